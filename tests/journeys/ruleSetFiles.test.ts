import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { mtc2020, ruleSetToFile, withPolicy } from "@mtc-logon/core/rule-sets"
import type { FileVersion } from "@mtc-logon/core/rule-sets"
import { eq } from "drizzle-orm"
import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { ruleSetTable } from "../../packages/server/src/database/decisionTable.ts"
import { startFailure } from "../../packages/server/src/startFailure.ts"
import { applicationOf } from "./applicationOf.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

const root = mkdtempSync(join(tmpdir(), "mtc-logon-rule-sets-"))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A folder with these files. */
const folderOf = (name: string, files: Readonly<Record<string, unknown>>): string => {
  const folder = join(root, name)
  mkdirSync(folder)
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content))
  }
  return folder
}

const larry = somebody("larry-mo")
const fiveDigits = withPolicy(mtc2020, (policy) => ({
  ...policy,
  logon: { ...policy.logon, pin: { ...policy.logon.pin, digits: 5 } }
}))

const claimOf = ({ id }: typeof larry) => ({
  taxpayerType: "individual",
  idType: "SSN",
  id,
  accountType: "personal-income-tax",
  kind: "taxReturnAmount",
  amount: 1,
  letterId: null
})

interface Shown {
  readonly hash: string
  readonly values: Readonly<Record<string, { readonly value: unknown }>>
}

describe("a rule set in a file", () => {
  let withFile: House
  let url: string
  beforeAll(async () => {
    withFile = await openHouse({
      ids: "random",
      reach: (fresh) => (url = fresh),
      settings: { RULESET_DIR: folderOf("good", { "mtc-2020.json": ruleSetToFile([fiveDigits]), "notes.txt": "{" }) }
    })
  })
  afterAll(() => withFile.close())

  test("takes the place of the one that ships, under the settings of the house", async () => {
    const { body } = await visitorOf(withFile).call<Shown>("GET", "/v1/rule-sets/mtc-2020")
    expect(body.values["logon.pin.digits"]?.value).toBe(5)
    expect(body.values["idRanges"]?.value).toBe("sandbox")
    expect((await visitorOf(withFile).call("GET", "/v1/rule-sets/mtc-2020/analysis")).status).toBe(404)
    const { told } = await visitorOf(withFile).walk(larry)
    expect(told.body).toMatchObject({ code: "issues", issues: [{ path: "pin" }] })
  })

  test("is what a draft and a decision are held to, when the file is gone and the house was started anew", async () => {
    const { request } = await visitorOf(withFile).walk(larry, "verification-type")
    const scopes = ["simulate", "decide", "staff"] as const
    const before = await applicationOf(withFile, scopes)
    const { body: decided } = await before.post<{ id: string; ruleSet: { hash: string } }>("/v1/decisions", {
      question: "verification",
      mode: "authoritative",
      facts: { claim: claimOf(larry) }
    })

    const without = await openHouse({ ids: "random", reach: () => url })
    try {
      const visitor = visitorOf(without)
      const current = await visitor.call<Shown>("GET", "/v1/rule-sets/mtc-2020")
      expect(current.body.values["logon.pin.digits"]?.value).toBe(4)
      const kept = await visitor.call<Shown>("GET", `/v1/rule-sets/mtc-2020@${decided.ruleSet.hash}`)
      expect(kept.body.hash).toBe(decided.ruleSet.hash)
      expect(kept.body.values["logon.pin.digits"]?.value).toBe(5)

      const path = `/v1/logon-requests/${request.id}`
      const { token } = request
      const draft = await visitor.call<{ ruleSet: { hash: string } }>("GET", path, { token })
      expect([draft.status, draft.body.ruleSet.hash]).toEqual([200, decided.ruleSet.hash])
      const answered = await visitor.call("PUT", `${path}/answers/verification-type`, {
        token,
        body: { verificationType: "amount" }
      })
      expect(answered.status).toBe(200)

      const after = await applicationOf(without, scopes)
      const replayed = await after.post(`/v1/decisions/${decided.id}/replay`, undefined, { "case-number": "CASE-1" })
      expect(replayed.body).toEqual({ result: "equal" })
    } finally {
      await without.close()
    }
  })
})

test("each version of a file is told with what was found out about it, where that was made and stands beside the file", async () => {
  const [first] = ruleSetToFile([mtc2020]).versions
  const digits = { value: 5, unit: "digits", source: "somebody decided it" }
  const versions = [
    { ...first, effective: { from: "2020-01-01", to: "2027-01-01" } },
    {
      ...first,
      version: 2,
      effective: { from: "2027-01-01" },
      values: { ...first!.values, "logon.pin.digits": digits }
    }
  ]
  const folder = folderOf("analysed", { "ours.json": { ...ruleSetToFile([mtc2020]), versions } })
  const made = spawnSync(
    process.execPath,
    ["--conditions=source", "scripts/analysis.ts", "--file", join(folder, "ours.json")],
    { cwd: join(import.meta.dirname, "../.."), encoding: "utf8" }
  )
  expect([made.status, made.stderr]).toEqual([0, ""])
  const house = await openHouse({ settings: { RULESET_DIR: folder } })
  try {
    for (const asOf of ["2026-12-31", "2027-01-01"]) {
      const told = await visitorOf(house).call<object>("GET", `/v1/rule-sets/mtc-2020/analysis?asOf=${asOf}`)
      expect(told.body).toMatchObject({
        of: { id: "mtc-2020" },
        changes: ['idRanges: "live" -> "sandbox"'],
        findings: { "logon-request": { dead: [], undeclared: [] } },
        leftOut: expect.stringContaining("proof and price")
      })
      expect(told.body).not.toHaveProperty("proof")
    }
  } finally {
    await house.close()
  }
})

describe("a rule set that another release kept", () => {
  /** What a house kept for a file that is gone, and a draft and a decision that are held to it; `change` is what the other release had. */
  const heldTo = async (name: string, change: (said: FileVersion) => object) => {
    let url = ""
    const files = { "mtc-2020.json": ruleSetToFile([fiveDigits]) }
    const settings = { RULESET_DIR: folderOf(name, files) }
    const before = await openHouse({ ids: "random", reach: (fresh) => (url = fresh), settings })
    const { request } = await visitorOf(before).walk(larry, "verification-type")
    const { body: pinned } = await visitorOf(before).call<{ ruleSet: { hash: string } }>(
      "GET",
      `/v1/logon-requests/${request.id}`,
      { token: request.token }
    )
    const { hash } = pinned.ruleSet
    const application = await applicationOf(before, ["decide"])
    const { body: decided } = await application.post<{ id: string }>("/v1/decisions", {
      question: "verification",
      mode: "authoritative",
      facts: { claim: claimOf(larry) }
    })
    await before.runtime.runPromise(
      Effect.gen(function* () {
        const { run } = yield* Database
        const [row] = yield* run((db) => db.select().from(ruleSetTable).where(eq(ruleSetTable.hash, hash)))
        const said = change(row!.said) as FileVersion
        yield* run((db) => db.update(ruleSetTable).set({ said }).where(eq(ruleSetTable.hash, hash)))
      })
    )
    const after = await openHouse({ ids: "random", reach: () => url })
    return {
      after,
      decided,
      hash,
      /** The draft goes on to the amount, whatever its rule set is now. */
      goOn: async () => {
        const path = `/v1/logon-requests/${request.id}`
        const { token } = request
        const visitor = visitorOf(after)
        const seen = await visitor.call("GET", path, { token })
        const body = { verificationType: "amount" }
        const answered = await visitor.call("PUT", `${path}/answers/verification-type`, { token, body })
        return [seen.status, answered.status]
      },
      close: async () => {
        await after.close()
        await before.close()
      }
    }
  }

  test("goes on as it says, is served by the hash of what it says now, and a replay says that other rules decided", async () => {
    const { after, close, decided, goOn, hash } = await heldTo("kept", ({ rules, values, ...head }) => {
      const { "logon.pin.maxChecksPerDay": _, ...lessValues } = values
      const { "D-17": __, ...lessRules } = rules
      const colour = { value: "red", unit: "colours", source: "somebody" }
      return { ...head, values: { ...lessValues, "logon.pin.colour": colour }, rules: lessRules }
    })
    try {
      expect(await goOn()).toEqual([200, 200])
      const served = await after.app.request(`/v1/rule-sets/mtc-2020@${hash}`, {
        headers: { "if-none-match": `"${hash}"` }
      })
      const shown = (await served.json()) as Shown & { madeOf: { hash: string; changes: ReadonlyArray<string> } }
      expect([served.status, served.headers.get("etag")]).toEqual([200, `"${shown.hash}"`])
      expect(shown.hash).not.toBe(hash)
      expect(shown.values["logon.pin.digits"]?.value).toBe(5)
      expect(shown.madeOf.hash).toBe(hash)
      expect(shown.madeOf.changes.join("\n")).toMatch(/^sources\.logon\.pin\.maxChecksPerDay: .* -> "not said by it; /m)
      const again = await visitorOf(after).call<Shown>("GET", `/v1/rule-sets/mtc-2020@${shown.hash}`)
      expect(again.body.hash).toBe(shown.hash)

      const staff = await applicationOf(after, ["staff"])
      const replayed = await staff.post(`/v1/decisions/${decided.id}/replay`, undefined, { "case-number": "CASE-1" })
      expect(replayed.body).toEqual({ result: "diverged", at: [`ruleSet: "${hash}" -> "${shown.hash}"`] })
    } finally {
      await close()
    }
  })

  test("and that cannot be read any more gives way to the one in force, which is logged, and nobody is turned away", async () => {
    const { after, close, goOn, hash } = await heldTo("unreadable", () => ({}))
    try {
      expect(await goOn()).toEqual([200, 200])
      const said = after.lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
      const replaced = said.filter(({ msg }) => msg === "RuleSetReplaced")
      expect(replaced).toMatchObject([
        { pinned: `mtc-2020@${hash}`, by: expect.stringMatching(/^mtc-2020@[0-9a-f]{64}$/) }
      ])
      expect((await visitorOf(after).call("GET", `/v1/rule-sets/mtc-2020@${hash}`)).status).toBe(404)
    } finally {
      await close()
    }
  })
})

test("a line that no rule set has is no line, and another that a file has is one", async () => {
  const folder = folderOf("other-line", { "acme.json": { ...ruleSetToFile([mtc2020]), id: "acme" } })
  const house = await openHouse({ settings: { RULESET: "acme", RULESET_DIR: folder } })
  const { opened } = await visitorOf(house).open()
  await house.close()
  expect(opened.ruleSet.id).toBe("acme")
})

describe("a house does not start", () => {
  const good = ruleSetToFile([mtc2020])
  const [version] = good.versions
  const wrongUnit = {
    ...good,
    versions: [
      { ...version, values: { ...version!.values, "logon.pin.digits": { value: 4, unit: "letters", source: "x" } } }
    ]
  }

  test.each([
    ["a wrong unit", { "a.json": wrongUnit }, /^RULESET_DIR a\.json versions\.0\.values\.logon\.pin\.digits/m],
    ["what is no JSON", { "a.json": "{" }, /^RULESET_DIR a\.json The file is not JSON/m],
    ["one file good and one bad", { "a.json": good, "b.json": "{" }, /^RULESET_DIR b\.json /m],
    ["no analysis", { "a.json": good, "a.analysis.json": "[{}]" }, /^RULESET_DIR a\.analysis\.json /m],
    ["two files of one line", { "a.json": good, "b.json": good }, /^RULESET_DIR b\.json id: mtc-2020/m]
  ] as const)("with %s, and names the file and the place", async (name, files, said) => {
    const settings = { RULESET_DIR: folderOf(name.replaceAll(" ", "-"), files) }
    const failure = await openHouse({ settings }).then(
      () => undefined,
      (error: unknown) => error
    )
    expect(startFailure(failure, { port: 0 })).toMatch(said)
  })

  test.each([
    [{ RULESET_DIR: "/nowhere/at/all" }, /^RULESET_DIR must name a folder/],
    [{ RULESET: "acme" }, /^RULESET names no rule set/]
  ])("with %o", async (settings, said) => {
    const failure = await openHouse({ settings }).then(
      () => undefined,
      (error: unknown) => error
    )
    expect(startFailure(failure, { port: 0 })).toMatch(said)
  })
})
