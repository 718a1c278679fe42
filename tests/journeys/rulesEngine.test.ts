import { createPublicKey, verify } from "node:crypto"
import type { JsonWebKey } from "node:crypto"
import { questionIds } from "@mtc-logon/core/questions"
import { ruleSets } from "@mtc-logon/core/rule-sets"
import { eq } from "drizzle-orm"
import { Effect } from "effect"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { decisionTable } from "../../packages/server/src/database/decisionTable.ts"
import { activePerson } from "./approvedPerson.ts"
import { applicationOf } from "./applicationOf.ts"
import type { Application } from "./applicationOf.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { statementsDuring } from "./statementsDuring.ts"
import { visitorOf } from "./visitorOf.ts"

const larry = somebody("larry-mo")
const claim = {
  taxpayerType: "individual",
  idType: "SSN",
  id: larry.id,
  accountType: "personal-income-tax",
  kind: "taxReturnAmount",
  amount: 10_000,
  letterId: null
}
/** A call on record with another claim than Larry's right one. */
const onRecord = (change: object = {}) => ({
  question: "verification",
  mode: "authoritative",
  facts: { claim: { ...claim, ...change } }
})
/** The claim of a number of its own, so that no test counts for another. */
const numbered = (last: number, change: object = {}) => {
  const id = `9001277${String(last).padStart(2, "0")}`
  return onRecord({ id, ...change })
}

interface Recorded {
  readonly id: string
  readonly result: string
  readonly receipt: string
  readonly retryAt?: string
}

interface Problem {
  readonly code: string
  readonly issues: ReadonlyArray<{ readonly path: string; readonly code: string }>
}

let house: House
let app: Application
beforeAll(async () => {
  house = await openHouse()
  app = await applicationOf(house, ["simulate", "decide", "staff"])
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

const password = (more: object = {}) => ({
  question: "password",
  mode: "simulation",
  facts: { password: { text: "short", confirm: "short", username: "good.elmo", blocklisted: false } },
  ...more
})

describe("a key", () => {
  test("that is none, that nobody has, that was revoked: one answer", async () => {
    const revoked = await applicationOf(house, ["simulate"])
    expect((await revoked.post("/v1/decisions", password())).status).toBe(200)
    expect(await revoked.revoke()).toBe(true)
    const { call } = visitorOf(house)
    const answers = [
      await call<{ requestId: string }>("POST", "/v1/decisions", { body: password() }),
      await call<{ requestId: string }>("POST", "/v1/decisions", {
        body: password(),
        token: `mtck_${"A".repeat(43)}`
      }),
      await revoked.post<{ requestId: string }>("/v1/decisions", password())
    ]
    for (const { body, headers, status } of answers) {
      expect([status, headers.get("www-authenticate")]).toEqual([401, "Bearer"])
      expect({ ...body, requestId: "" }).toEqual({ ...answers[0]!.body, requestId: "" })
      expect(body).toMatchObject({ code: "api_key_required" })
    }
  })

  test("does what its scopes say, and nothing else", async () => {
    const simulates = await applicationOf(house, ["simulate"])
    const decides = await applicationOf(house, ["decide"])
    const refused = [
      await simulates.post("/v1/decisions", onRecord()),
      await simulates.get("/v1/decisions/1", { "case-number": "CASE-1" }),
      await simulates.post("/v1/decisions/1/replay", undefined, { "case-number": "CASE-1" }),
      await simulates.get("/v1/decisions/1/receipt"),
      await decides.post("/v1/decisions", password()),
      await decides.post("/v1/decisions/missing", { question: "password", facts: {} }),
      await decides.post("/v1/decisions/what-if", { question: "password", base: "a", candidate: "b", cases: [] }),
      await decides.post("/v1/decisions/batch", "{}", { "content-type": "application/x-ndjson" })
    ]
    for (const { body, status } of refused) expect([status, body]).toMatchObject([403, { code: "scope_missing" }])
  })

  test("may ask only so often", async () => {
    const strict = await openHouse({ settings: { LIMIT_SIMULATIONS_PER_KEY_PER_MINUTE: "2" } })
    const eager = await applicationOf(strict, ["simulate"])
    const statuses = []
    for (let at = 0; at < 3; at++) statuses.push((await eager.post("/v1/decisions", password())).status)
    await strict.close()
    expect(statuses).toEqual([200, 200, 429])
  })
})

describe("a key that decides on record", () => {
  test("may ask only so often in a day, though the minute would let it", async () => {
    const strict = await openHouse({ settings: { LIMIT_DECISIONS_PER_KEY_PER_DAY: "3" } })
    const eager = await applicationOf(strict, ["decide"])
    const other = await applicationOf(strict, ["decide"])
    const statuses = []
    for (let at = 0; at < 4; at++) {
      statuses.push((await eager.post("/v1/decisions", onRecord())).status)
      strict.clock.advance({ minutes: 2 })
    }
    const last = await eager.post("/v1/decisions", onRecord())
    statuses.push((await other.post("/v1/decisions", onRecord())).status)
    strict.clock.advance({ hours: 24 })
    statuses.push((await eager.post("/v1/decisions", onRecord())).status)
    await strict.close()
    expect(statuses).toEqual([200, 200, 200, 429, 200, 200])
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(23 * 3_600)
  })

  test("and is refused very often is told in the log, once an hour, without a word of whom it asked about", async () => {
    const watched = await openHouse({ settings: { WARN_REFUSALS_PER_KEY_PER_HOUR: "2" } })
    const guesses = await applicationOf(watched, ["decide"])
    const warned = () => watched.lines.filter((line) => line.includes("many refused decisions"))
    const counts = []
    for (let last = 50; last < 54; last++) {
      await guesses.post("/v1/decisions", numbered(last))
      await guesses.post("/v1/decisions", onRecord())
      counts.push(warned().length)
    }
    watched.clock.advance({ hours: 1 })
    for (let last = 54; last < 57; last++) await guesses.post("/v1/decisions", numbered(last))
    counts.push(warned().length)
    const { hostname: _, pid: __, time: ___, ...said } = JSON.parse(warned()[0]!)
    await watched.close()
    expect(counts).toEqual([0, 0, 1, 1, 2])
    expect(said).toEqual({
      level: 40,
      msg: "An API key has many refused decisions on record",
      apiKeyId: guesses.id,
      inAnHour: 2
    })
  })
})

describe("what the house decides by is public", () => {
  const get = <A>(path: string, headers: Readonly<Record<string, string>> = {}) =>
    visitorOf(house).call<A>("GET", path, { headers })
  interface Line {
    readonly id: string
    readonly hash: string
  }
  const line = async (id: string) => {
    const { body } = await get<{ ruleSets: ReadonlyArray<Line> }>("/v1/rule-sets")
    return body.ruleSets.find((each) => each.id === id)!
  }

  test("every rule set, by its id, a day or its hash", async () => {
    const { body } = await get<{ ruleSets: ReadonlyArray<Line> }>("/v1/rule-sets")
    expect(body.ruleSets.map(({ id }) => id)).toEqual(ruleSets.map(({ id }) => id))
    const { hash } = await line("mtc-2020")
    const answers = []
    for (const path of ["mtc-2020", "mtc-2020?asOf=2020-06-01", `mtc-2020@${hash}`]) {
      answers.push((await get(`/v1/rule-sets/${path}`)).body)
    }
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(answers[0]).toMatchObject({
      id: "mtc-2020",
      hash,
      madeOf: { id: "mtc-2020", changes: ['idRanges: "live" -> "sandbox"'] },
      values: { "logon.pin.digits": { value: 4, unit: "digits", source: expect.any(String) } }
    })
  })

  test("and by nothing else: a name with more behind its hash, or no hash, is nobody's", async () => {
    const { hash } = await line("mtc-2020")
    const application = await applicationOf(house, ["simulate"])
    for (const name of [`mtc-2020@${hash}@more`, `mtc-2020@${hash}@`, "mtc-2020@", "mtc-2020@%00"]) {
      expect([name, (await get(`/v1/rule-sets/${name}`)).status]).toEqual([name, 404])
      const asked = await application.post("/v1/decisions", password({ ruleSet: decodeURIComponent(name) }))
      expect([name, asked.status, asked.body]).toMatchObject([name, 400, { issues: [{ path: "ruleSet" }] }])
    }
  })

  test("every rule, with its source", async () => {
    const { body } = await get<{ rule: { secret: boolean } }>("/v1/rule-sets/mtc-2020/rules/R-07")
    expect(body.rule).toMatchObject({
      id: "R-07",
      secret: true,
      questions: ["verification", "logon-request"],
      cites: expect.arrayContaining([expect.objectContaining({ source: "seed" })])
    })
    expect((await get("/v1/rule-sets/mtc-2020/rules/R-99")).status).toBe(404)
  })

  test("a rule by an id that it had: the lock of every second step is one", async () => {
    const { body } = await get<{ rule: object }>("/v1/rule-sets/mtc-2020/rules/D-14a")
    expect(body.rule).toMatchObject({
      id: "D-14d",
      questions: ["security-code", "app-code", "recovery-code", "passkey"]
    })
  })

  test("what was found out about it: of the rule set that ships, with what the house changed since", async () => {
    const { hash } = await line("nist-800-63b-4")
    const { body } = await get<{ proof: { cases: number }; of: Line }>(
      "/v1/rule-sets/nist-800-63b-4/analysis?asOf=2026-01-01"
    )
    expect(body).toMatchObject({
      ruleSet: { id: "nist-800-63b-4", hash },
      of: { id: "nist-800-63b-4" },
      changes: expect.arrayContaining(['idRanges: "live" -> "sandbox"']),
      findings: { "logon-request": { dead: [], undeclared: [] } },
      price: { "as it is": { ownersRefused: expect.any(Number) } }
    })
    expect(body.of.hash).not.toBe(hash)
    expect(body.proof.cases).toBeGreaterThan(1_000_000)
  })

  test.each(["", "/rules/R-07", "/analysis"])("is not sent again to who has it: %s", async (rest) => {
    const { headers } = await get(`/v1/rule-sets/mtc-2020${rest}`)
    const tag = headers.get("etag")!
    if (rest !== "/analysis") expect(tag).toBe(`"${(await line("mtc-2020")).hash}"`)
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, "*"]) {
      const again = await get(`/v1/rule-sets/mtc-2020${rest}`, { "if-none-match": known })
      expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", tag])
    }
    expect((await get(`/v1/rule-sets/mtc-2020${rest}`, { "if-none-match": '"x"' })).status).toBe(200)
  })

  test.each([
    ["nobody's", 404, undefined],
    ["mtc-2020?asOf=2019-12-31", 404, undefined],
    [`mtc-2020@${"0".repeat(64)}`, 404, undefined],
    ["mtc-2020@x", 404, undefined],
    ["mtc-2020?asOf=2020-02-30", 400, "asOf"],
    ["mtc-2020?asOf=tomorrow", 400, "asOf"],
    [`mtc-2020@${"0".repeat(64)}?asOf=2020-01-01`, 400, "asOf"]
  ])("has none called %s", async (path, status, member) => {
    const told = await get<Problem>(`/v1/rule-sets/${path}`)
    expect([told.status, told.body.issues?.[0]?.path]).toEqual([status, member])
  })
})

describe("a simulation", () => {
  test.each(Object.keys(questionIds))(
    "is answered for %s, and says what is missing where nothing is known",
    async (question) => {
      const { body, status } = await app.post<{ missing: ReadonlyArray<unknown> }>("/v1/decisions", {
        question,
        mode: "simulation",
        facts: {},
        detail: "full"
      })
      expect(status).toBe(200)
      expect(body).toMatchObject({ question, ruleSet: { id: "mtc-2020" }, findings: expect.any(Array) })
      const missing = await app.post<{ missing: unknown }>("/v1/decisions/missing", { question, facts: {} })
      expect(missing.body.missing).toEqual(body.missing)
    }
  )

  test("says the code, the public rule and the advice; with full detail every finding", async () => {
    const { body } = await app.post<object>("/v1/decisions", password())
    expect(body).toMatchObject({
      decision: { result: "Refused", code: "issue.password-length", rule: "R-18a", advice: [{ params: {} }] },
      missing: []
    })
    expect(body).not.toHaveProperty("findings")
    const full = await app.post(
      "/v1/decisions",
      password({ detail: "full", ruleSet: "nist-800-63b-4", asOf: "2026-01-01" })
    )
    expect(full.body).toMatchObject({
      ruleSet: { id: "nist-800-63b-4" },
      findings: expect.arrayContaining([expect.objectContaining({ outcome: "fail", read: expect.any(Array) })])
    })
    expect(full.text).not.toContain('"short"')
  })

  test("names what is no fact, and never its value", async () => {
    const { body, status, text } = await app.post<Problem>("/v1/decisions", {
      question: "username",
      mode: "simulation",
      facts: { username: { text: 12_345, colour: "mauve" }, canary: {} }
    })
    expect([status, body.code]).toEqual([400, "malformed"])
    expect(body.issues.map(({ code, path }) => `${path} ${code}`).toSorted()).toEqual([
      "facts.? unexpected",
      "facts.username.? unexpected",
      "facts.username.text wrong-type"
    ])
    expect(text).not.toMatch(/mauve|12345|colour|canary/)
  })

  test.each([
    [{ ruleSet: "nobody's" }, "ruleSet"],
    [{ ruleSet: `mtc-2020@${"0".repeat(64)}` }, "ruleSet"],
    [{ asOf: "2020-13-01" }, "asOf"],
    [{ question: "weather" }, "question"]
  ])("asks by rules that there are: %o", async (change, path) => {
    const { body, status } = await app.post<Problem>("/v1/decisions", password(change))
    expect([status, body.issues[0]?.path]).toEqual([400, path])
  })

  test("of many is answered a line for each; one that is refused does not touch the others", async () => {
    const { mode: _, ...line } = password()
    const lines = [
      JSON.stringify(line),
      "{not JSON",
      "",
      JSON.stringify({ ...line, ruleSet: "nobody's" }),
      JSON.stringify(line)
    ]
    const response = await house.app.request("/v1/decisions/batch", {
      method: "POST",
      headers: { authorization: `Bearer ${app.key}`, "content-type": "application/x-ndjson" },
      body: lines.join("\n")
    })
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/x-ndjson"])
    const answers = (await response.text())
      .trim()
      .split("\n")
      .map((each) => JSON.parse(each))
    expect(answers).toMatchObject([
      { line: 1, decision: { rule: "R-18a" } },
      { line: 2, problem: { status: 400, code: "malformed" } },
      { line: 4, problem: { status: 400, issues: [{ path: "ruleSet" }] } },
      { line: 5, decision: { rule: "R-18a" } }
    ])
    const many = await app.post("/v1/decisions/batch", `${JSON.stringify(line)}\n`.repeat(1_001), {
      "content-type": "application/x-ndjson"
    })
    expect(many.status).toBe(413)
    const empty = await app.post("/v1/decisions/batch", "\n".repeat(2_000), {
      "content-type": "application/x-ndjson"
    })
    expect(empty.status).toBe(413)
  })

  const { mode: __, ...batchLine } = password()
  const sendBatch = async (lines: number, type = "application/x-ndjson", to = house, key = app.key) => {
    const response = await to.app.request("/v1/decisions/batch", {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": type },
      body: `${JSON.stringify(batchLine)}\n`.repeat(lines)
    })
    await response.text()
    return response.status
  }

  test.each(["application/x-ndjson; charset=utf-8", "Application/X-NDJSON;charset=UTF-8", "application/x-ndjson"])(
    "of many comes as lines of JSON, with or without its charset: %s",
    async (type) => expect(await sendBatch(1, type)).toBe(200)
  )

  test.each([
    "application/json",
    "application/x-ndjson-seq",
    "application/x-ndjson; charset=latin1",
    "text/plain; a=application/x-ndjson"
  ])("of many comes as nothing else: %s", async (type) => expect(await sendBatch(1, type)).toBe(415))

  test("of many counts as one for each ten lines that are begun", async () => {
    const strict = await openHouse({ settings: { LIMIT_SIMULATIONS_PER_KEY_PER_MINUTE: "4" } })
    const { key } = await applicationOf(strict, ["simulate"])
    const statuses = []
    for (const lines of [21, 1, 1]) statuses.push(await sendBatch(lines, undefined, strict, key))
    await strict.close()
    expect(statuses).toEqual([200, 200, 429])
  })

  test("compares two rule sets: how often a decision would be another, and which values differ", async () => {
    const word = (text: string) => ({ password: { text, confirm: text, username: "good.elmo", blocklisted: false } })
    const { body } = await app.post("/v1/decisions/what-if", {
      question: "password",
      base: "mtc-2020",
      candidate: "nist-800-63b-4",
      cases: [word("GoodElmo2020"), word("short"), word("good elmo is a fine fellow")]
    })
    expect(body).toMatchObject({
      base: { id: "mtc-2020" },
      candidate: { id: "nist-800-63b-4" },
      cases: 3,
      changes: expect.arrayContaining([
        { change: expect.stringMatching(/^Accepted "acceptable" -> Refused by /), count: 1, example: 0 }
      ]),
      policy: expect.arrayContaining([expect.stringMatching(/^logon\.password\.minCodePoints: \d+ -> \d+$/)])
    })
    const partly = await app.post<Problem>("/v1/decisions/what-if", {
      question: "password",
      base: "mtc-2020",
      candidate: "nist-800-63b-4",
      cases: [word("GoodElmo2020"), { password: { text: "x" } }]
    })
    expect(partly.body.issues).toContainEqual(
      expect.objectContaining({ path: "cases.1.password.confirm", code: "missing" })
    )
  })
})

describe("a decision on record", () => {
  test("tells its result and nothing of why", async () => {
    const { body } = await app.post<Recorded>("/v1/decisions", onRecord())
    expect(body).toEqual({
      id: expect.any(String),
      question: "verification",
      ruleSet: { id: "mtc-2020", hash: expect.any(String) },
      result: "Accepted",
      at: "2020-11-20T18:55:15.000Z",
      receipt: expect.any(String)
    })
  })

  test("has the same answer to the byte for every secret refusal", async () => {
    const causes = [
      numbered(1),
      onRecord({ amount: 10_001 }),
      onRecord({ kind: "refundAmount", amount: 1 }),
      numbered(2, { kind: "letterId", amount: null, letterId: "L0000000001" }),
      onRecord({ kind: "letterId", amount: null, letterId: "L9999999999" }),
      onRecord({ accountType: "meals" })
    ]
    const bytes = []
    const work = []
    for (const cause of causes) {
      const { answer, statements } = await statementsDuring(() => app.post<Recorded>("/v1/decisions", cause))
      const { body, headers, status, text } = answer
      work.push(statements)
      expect([status, body.result]).toEqual([200, "Refused"])
      bytes.push({
        text: text.replace(body.id, "").replace(body.receipt, String(body.receipt.length)),
        headers: [...headers].map(([name, value]) => [name, name === "x-request-id" ? value.length : value])
      })
    }
    for (const each of bytes) expect(each).toEqual(bytes[0])
    // The same statements, in the same order: neither their number nor their kind tells a cause.
    for (const each of work) expect(each).toEqual(work[0])
  })

  test("is answered no sooner than the floor, whatever came of it", async () => {
    const slow = await openHouse({ settings: { REFUSAL_FLOOR_MS: "400" } })
    const asks = await applicationOf(slow, ["decide"])
    const took = async (call: object) => {
      const since = performance.now()
      await asks.post("/v1/decisions", call)
      return performance.now() - since
    }
    const times = [await took(onRecord()), await took(onRecord({ amount: 1 })), await took(numbered(90))]
    await slow.close()
    for (const time of times) expect(time).toBeGreaterThanOrEqual(399)
  })

  test("counts as an attempt, here and where a person answers a step, and locks", async () => {
    const person = somebody("ada-another-account")
    const guess = (amount: number) => onRecord({ id: person.id, amount })
    for (let at = 0; at < 4; at++) {
      expect((await app.post<Recorded>("/v1/decisions", guess(700_000 + at))).body.result).toBe("Refused")
    }
    const { told } = await visitorOf(house).walk(
      { ...person, evidence: { verificationType: "amount", amountKind: "taxReturnAmount", amount: "7,777.77" } },
      "profile"
    )
    expect(told.status).toBe(422)
    const locked = await app.post<Recorded>("/v1/decisions", guess(10_000))
    expect(locked.body).toMatchObject({ result: "Locked", retryAt: "2020-11-21T18:55:15.000Z" })
    const trail = await house.audit()
    expect(trail.filter(({ type }) => type === "DecisionMade").length).toBeGreaterThanOrEqual(6)
  })

  test.each([
    [{ detail: "full" }, ["detail"]],
    [{ ruleSet: "nist-800-63b-4", asOf: "2020-06-01" }, ["ruleSet", "asOf"]],
    [{ question: "password" }, ["question"]],
    [{ facts: { claim, record: { returns: [], letters: [], today: "2020-11-20" } } }, ["facts.record"]],
    [{ facts: { claim, attempts: { amountFailures: 0 } } }, ["facts.attempts"]],
    [{ facts: { claim: { ...claim, amount: "100.00" } } }, ["facts.claim.amount"]],
    [{ facts: { claim: { ...claim, confirmId: claim.id } } }, ["facts.claim.confirmId"]],
    [{ facts: {} }, ["facts.claim"]]
  ])("says by itself by which rules and on what: %o is refused", async (change, paths) => {
    const { body, status } = await app.post<Problem>("/v1/decisions", { ...onRecord(), ...change })
    expect([status, body.issues.map(({ path }) => path)]).toEqual([400, paths])
  })

  test("has a receipt that anybody can check, for the application that asked and no other", async () => {
    const { body } = await app.post<Recorded>("/v1/decisions", onRecord())
    const again = await app.get<Recorded>(`/v1/decisions/${body.id}/receipt`)
    expect(again.body).toEqual(body)
    const [head = "", payload = "", signature = ""] = body.receipt.split(".")
    const { kid } = JSON.parse(Buffer.from(head, "base64url").toString()) as { kid: string }
    const jwks = await visitorOf(house).call<{ keys: ReadonlyArray<JsonWebKey> }>("GET", "/.well-known/jwks.json")
    const jwk = jwks.body.keys.find((key) => key["kid"] === kid)!
    const key = createPublicKey({ key: jwk, format: "jwk" })
    expect(verify(null, Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, "base64url"))).toBe(true)
    const { receipt: _, ...said } = body
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toEqual(said)
    expect(jwk).not.toHaveProperty("d")

    const other = await applicationOf(house, ["decide"])
    expect((await other.get(`/v1/decisions/${body.id}/receipt`)).status).toBe(404)
    expect((await app.get("/v1/decisions/nobody's/receipt")).status).toBe(404)
  })
})

describe("staff", () => {
  const inCase = { "case-number": "CASE-2020-117" }
  const decided = async () => (await app.post<Recorded>("/v1/decisions", numbered(40))).body.id

  test("see every rule of a decision and what it read, masked, and are seen", async () => {
    const id = await decided()
    const { body, text } = await app.get(`/v1/decisions/${id}`, inCase)
    expect(body).toMatchObject({
      id,
      result: "Refused",
      rule: "R-06",
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: "R-06", outcome: "fail", read: expect.any(Array) })
      ])
    })
    expect(text).not.toMatch(/900127740|10000/)
    expect((await house.audit()).at(-1)).toMatchObject({
      type: "DecisionSeen",
      detail: { caseNumber: "CASE-2020-117", purpose: "look-up" }
    })
  })

  test("are seen by the owner of the number, too", async () => {
    const jo = somebody("jo-joint")
    const { visitor } = await activePerson(house, jo)
    const asked = onRecord({ id: jo.id, amount: 1 })
    const { body } = await app.post<Recorded>("/v1/decisions", asked)
    await app.get(`/v1/decisions/${body.id}`, inCase)
    const told = await visitor.call<{ activity: ReadonlyArray<{ messageId: string }> }>("GET", "/v1/me/activity")
    const seen = told.body.activity.filter(({ messageId }) => messageId === "activity.decision-seen")
    expect(seen).toHaveLength(1)
    expect(told.text).not.toContain("CASE-")
  })

  const nobodysCase = [undefined, "", "1", "900127740", "X 900-12-7740"]
  const withNumber = ["A900127740", "S900-12-6789", "S900_12_6789", "C04-3456789", "C-0_4-3_456789-A"]
  test.each([...nobodysCase, ...withNumber])(
    "say for which case they look, and no number of a person: case %#",
    async (caseNumber) => {
      const id = await decided()
      const headers = caseNumber === undefined ? {} : { "case-number": caseNumber }
      const { body, status } = await app.get<Problem>(`/v1/decisions/${id}`, headers as never)
      expect([status, body.issues[0]?.path]).toEqual([400, "caseNumber"])
    }
  )

  test("find no decision that there is not, whatever its id looks like", async () => {
    for (const id of ["1", "00000000-0000-4000-8000-000000000000"]) {
      expect((await app.get(`/v1/decisions/${id}`, inCase)).status).toBe(404)
      expect((await app.post(`/v1/decisions/${id}/replay`, undefined, inCase)).status).toBe(404)
    }
  })

  test("decide it again: equal, or where it would be another under the rules that are there", async () => {
    const id = await decided()
    const replay = () => app.post(`/v1/decisions/${id}/replay`, undefined, inCase)
    expect((await replay()).body).toEqual({ result: "equal" })
    const changed = (values: Partial<typeof decisionTable.$inferInsert>) =>
      house.runtime.runPromise(
        Effect.flatMap(Database, ({ run }) =>
          run((db) => db.update(decisionTable).set(values).where(eq(decisionTable.id, id)))
        )
      )
    await changed({ outcome: "Accepted" })
    expect((await replay()).body).toEqual({ result: "diverged", at: ['result: "Accepted" -> "Refused"'] })
    await changed({ ruleSetHash: "0".repeat(64) })
    expect((await replay()).body).toMatchObject({ result: "diverged", at: [expect.stringMatching(/^ruleSet: /)] })
    await changed({ log: Buffer.from("what another version wrote") })
    for (const answer of [await replay(), await app.get(`/v1/decisions/${id}`, inCase)]) {
      expect([answer.status, answer.body]).toMatchObject([410, { code: "unreadable" }])
    }
  })
})
