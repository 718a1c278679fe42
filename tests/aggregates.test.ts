import { globSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"
import { describe, expect, test } from "vitest"
import { root } from "./house/readSources.ts"

const filesIn = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .toSorted()
    .map((path) => ({ path, name: basename(path, ".ts"), text: readFileSync(join(root, path), "utf8") }))

/** Who locks rows, each for its aggregate. A new line here needs its reason. */
const locks: Readonly<Record<string, string>> = {
  auditLayer: "the end of the trail",
  changeSubmittedRequest: "a submitted request",
  findDraftRow: "a draft",
  holdLetter: "a letter",
  keepLockLetter: "the letters of a taxpayer",
  LogonStore: "a logon, with everything of it",
  masterRolesLayer: "a grant, and the letter that it rests on from now on",
  submitDraft: "the letter that a submit uses",
  tellOwner: "a notice that makes others"
}

describe("one place locks each aggregate", () => {
  const server = filesIn("packages/server/src/**/*.ts").filter(({ name }) => name !== "Database")

  test("no file but these locks a row", () => {
    const found = server
      .filter(({ text }) => /\.for\((?:"|forChange)|\bfor (?:no key )?update\b/u.test(text))
      .map(({ name }) => name)
    expect(found.toSorted()).toEqual(Object.keys(locks).toSorted())
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

  test("keeps logons in a map: it changes one by the pure functions of core alone", () => {
    const { text } = memory.find(({ name }) => name === "memoryLogons")!
    expect(text).not.toMatch(/isLessThan|isGreaterThan|revokedAt|endedAt|usedAt|confirmedAt/u)
  })
})
