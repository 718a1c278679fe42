import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { mtc2020, ruleSetToFile, withPolicy } from "@mtc-logon/core/rule-sets"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
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
    const claim = {
      taxpayerType: "individual",
      idType: "SSN",
      id: larry.id,
      confirmId: larry.id,
      accountType: "personal-income-tax",
      kind: "taxReturnAmount",
      amount: 1,
      letterId: null
    }
    const { body: decided } = await before.post<{ id: string; ruleSet: { hash: string } }>("/v1/decisions", {
      question: "verification",
      mode: "authoritative",
      facts: { claim }
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
