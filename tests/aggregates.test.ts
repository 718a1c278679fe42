import { globSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { describe, expect, test } from "vitest"
import { root } from "./house/readSources.ts"

const filesIn = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .toSorted()
    .map((path) => ({ path, name: basename(path, ".ts"), text: readFileSync(join(root, path), "utf8") }))

/** The one file that locks the rows of each aggregate. A new line here is a new aggregate. */
const locks: Readonly<Record<string, string>> = {
  AccessStore: "who has access to a taxpayer: its letters; grants and contests are under the lock of the taxpayer",
  LogonRequestStore: "a request: its draft, and what was submitted",
  LogonStore: "a logon, with everything of it",
  auditLayer: "the end of the trail",
  lockNotice: "a notice that makes others"
}

describe("one place locks each aggregate", () => {
  const server = filesIn("packages/server/src/**/*.ts").filter(({ name }) => name !== "Database")

  test("one file locks the rows of each aggregate, and no other does", () => {
    const found = server
      .filter(({ text }) => /\.for\((?:"|forChange)|\bfor (?:no key )?update\b/u.test(text))
      .map(({ name }) => name)
    expect(found.toSorted()).toEqual(Object.keys(locks).toSorted())
  })

  test("the lock of a taxpayer stands in one file too", () => {
    const found = server.filter(({ text }) => text.includes("pg_advisory_xact_lock")).map(({ name }) => name)
    expect(found).toEqual(["lockTaxpayer"])
  })

  test("no port locks a logon: the store of logons locks it, asks what becomes of it, and stores that", () => {
    const { text } = server.find(({ name }) => name === "LogonStore")!
    expect(text.match(/for no key update/gu)).toHaveLength(1)
    expect(text).toMatch(/return \{ changeLocked, conclude, find, follow, insert, keep, missNobody \}/u)
  })

  test("core says whether a request is over: SQL compares its end only where old drafts are removed", () => {
    const found = server.filter(({ text }) => /\b[gl]te?\(\w*[dD]rafts?\.expiresAt/u.test(text))
    expect(found.map(({ name }) => name)).toEqual(["purge"])
  })

  test("no file but the store of logons changes a row of a logon", () => {
    const own =
      "logon|twoStepMethod|securityCode|activationCode|recoveryCode|session|trustedDevice|trustedDeviceToken|recovery|emailChange|notMeCode"
    const writes = server.filter(({ text }) => {
      const imported = Array.from(text.matchAll(new RegExp(`\\b(?:${own})Table(?: as (\\w+))?`, "gu")))
      const names = new Set(imported.map(([whole, alias]) => alias ?? whole))
      return [...names].some((name) => new RegExp(`\\.(?:update|insert)\\(${name}\\)`, "u").test(text))
    })
    // A restored backup ends recovery codes at once. A session that is seen moves its idle end; the code of a notice about a new logon is made with it; people of the sandbox are there.
    expect(writes.map(({ name }) => name)).toEqual(["migrate", "seedPeople", "keepNotMeCode", "sessionsLayer"])
  })
})

describe("a house in memory", () => {
  const memory = filesIn("packages/core/src/testing/memory/*.ts")

  test("asks no rule and calls nothing of core that decides: it is given what to call", () => {
    const decides = memory.filter(({ text }) =>
      /\.evaluate\(|\.decide\(|\bdecide[A-Z]\w*\(|from "[^"]*(?:Rules|decide\w+)\.ts"/u.test(text)
    )
    expect(decides.map(({ name }) => name)).toEqual([])
  })

  test("compares no times, but where it counts or finds as one statement does", () => {
    const compares = memory.filter(({ text }) => /DateTime\.(?:is(?:Less|Greater)|Order|between|min|max)/u.test(text))
    // Windows are counted. A resume code is used up by the statement that finds it in its time.
    expect(compares.map(({ name }) => name)).toEqual(["memoryLogonRequests", "memoryVerificationAttempts"])
  })

  test("keeps logons in a map: it changes one by the pure functions of core alone", () => {
    const { text } = memory.find(({ name }) => name === "memoryLogons")!
    expect(text).not.toMatch(/isLessThan|isGreaterThan|revokedAt|endedAt|usedAt|confirmedAt/u)
  })
})
