import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type { AnswerTexts } from "@mtc-logon/core/logon-request"
import { answersOf, typedPassword } from "@mtc-logon/core/testing"
import { and, eq } from "drizzle-orm"
import { Effect } from "effect"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { letterTable } from "../../packages/server/src/database/letterTable.ts"
import { logonRequestDraftTable } from "../../packages/server/src/database/logonRequestTable.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Visitor } from "./visitorOf.ts"

const steps = answersOf(somebody("larry-mo")).map(({ step }) => step)
const textOf = <S extends AnsweredStepId>(step: S, person = somebody("larry-mo")) =>
  answersOf(person).find((answer) => answer.step === step)!.text as AnswerTexts[S]

/** LARRY MO's return, on a number of its own. */
const larry = (last: number, username = `larry.${last}`) =>
  somebody("larry-mo", {
    id: `90011776${last}`,
    wish: { username, email: `larry${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
const larrys = Array.from({ length: 10 }, (_, last) => larry(last))
const lena = (last: number, letterId: string) =>
  somebody("lena-letter", {
    id: `90011775${last}`,
    evidence: { verificationType: "letterId", letterId },
    letters: [{ letterId, kind: "sign-up", mailedOn: "2020-11-10", state: "live" }],
    wish: { username: `lena.${last}`, email: `lena${last}@example.com`, phoneNumber: "(617) 555-0111" }
  })
const lenas = [1, 2, 3, 4, 5].map((last) => lena(last, `L000000007${last}`))

let house: House
let visitor: Visitor
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: [...larrys, ...lenas] })
  visitor = visitorOf(house)
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

const ask = <A>(work: (db: typeof Database.Service) => Effect.Effect<A>): Promise<A> =>
  house.runtime.runPromise(Effect.flatMap(Database, work))

const letterState = async (request: { readonly id: string }) => {
  const held = await ask(({ run }) =>
    run((db) =>
      db
        .select()
        .from(letterTable)
        .where(and(eq(letterTable.reservedBy, request.id)))
    )
  )
  return held.map(({ state }) => state)
}

describe("what a proof rests on", () => {
  const change = {
    "the number": ["taxpayer-id", { ...textOf("taxpayer-id"), id: "900-11-7769", confirmId: "900-11-7769" }],
    "the account type": ["taxpayer-id", { idType: "SSN", accountType: "individual-use-tax" }],
    "the taxpayer type": ["taxpayer-type", { taxpayerType: "business" }],
    "the kind of evidence": ["verification-type", { verificationType: "letterId" }]
  } as const

  test.each(Object.entries(change))("when %s changes, the proof falls and is asked anew", async (_, [step, text]) => {
    const { request, told } = await visitor.walk(larry(0))
    expect(told.body).toMatchObject({ step: "summary", role: { role: "MasterAdministrator" } })
    const changed = await request.answer(step, text as never)
    expect(changed.status).toBe(200)
    expect(changed.body).not.toHaveProperty("role")
    expect(changed.body).not.toHaveProperty("logonExists")
    const { answers, step: next } = changed.body
    expect(answers).not.toHaveProperty("tax-amount")
    expect(["taxpayer-id", "verification-type", "tax-amount", "letter-id"]).toContain(next)
    // What has nothing to do with it stays, and nothing can be submitted.
    expect(answers).toHaveProperty("profile")
    expect((await request.submit()).status).toBe(409)
    expect((await request.answer("profile", textOf("profile"))).body).toMatchObject({ code: "step_not_open" })
  })

  test("a wrong amount after a right one erases the proof too, stored before it is answered", async () => {
    const { request } = await visitor.walk(larry(1))
    const wrong = await request.answer("tax-amount", { amountKind: "taxReturnAmount", amount: "100.02" })
    expect(wrong.body).toMatchObject({ code: "verification_failed" })
    expect((await request.read()).body).toMatchObject({ step: "tax-amount" })
    expect((await request.submit()).status).toBe(409)
    const right = await request.answer("tax-amount", { amountKind: "taxReturnAmount", amount: "100.00" })
    expect(right.body).toMatchObject({ step: "summary" })
    expect((await request.submit()).status).toBe(201)
  })

  test("a letter is held while it stands in the proof, and let go when the proof falls", async () => {
    const [person] = lenas
    const { request } = await visitor.walk(person!, "profile")
    expect(await letterState(request)).toEqual(["reserved"])
    const second = await visitor.walk(person!, "profile")
    expect(second.told.body).toMatchObject({ code: "verification_failed" })
    await request.answer("verification-type", { verificationType: "amount" })
    expect(await letterState(request)).toEqual([])
    expect((await second.request.answer("letter-id", { letterId: "L0000000071" })).status).toBe(200)
    expect(await letterState(second.request)).toEqual(["reserved"])
  })

  test("a cancelled request lets its letter go", async () => {
    const { request } = await visitor.walk(lenas[1]!, "profile")
    await request.cancel()
    expect(await letterState(request)).toEqual([])
    expect((await visitor.walk(lenas[1]!, "profile")).told.status).toBe(200)
  })

  test("a request whose time is over holds no letter any more", async () => {
    const { request } = await visitor.walk(lenas[2]!, "profile")
    house.clock.advance("29 minutes")
    expect((await visitor.walk(lenas[2]!, "profile")).told.status).toBe(422)
    house.clock.advance("1 minute")
    expect((await visitor.walk(lenas[2]!, "profile")).told.status).toBe(200)
    expect((await request.read()).status).toBe(404)
  })

  test("a submitted request has used its letter for good", async () => {
    const { request } = await visitor.walk(lenas[3]!)
    expect((await request.submit()).status).toBe(201)
    expect(await letterState(request)).toEqual(["used"])
    expect((await visitor.walk(lenas[3]!, "profile")).told.body).toMatchObject({ code: "verification_failed" })
  })
})

describe("going back", () => {
  test("looking at a step that was answered changes nothing, and answering it alike keeps what follows", async () => {
    const { request, told } = await visitor.walk(larry(2))
    const { options: _options, ...state } = told.body as { options?: unknown }
    for (const step of ["profile", "profile-access", "terms"] as const) {
      // An easy PIN is advised against at its own answer only.
      const { warnings: _, ...body } = (await request.answer(step, textOf(step, larry(2)))).body as {
        warnings?: unknown
      }
      expect(body).toEqual(state)
    }
  })

  test("a number that was not touched is not sent again, and stays", async () => {
    const { request } = await visitor.walk(larry(2))
    const kept = await request.answer("taxpayer-id", { idType: "SSN", accountType: "personal-income-tax" })
    expect(kept.body.answers["taxpayer-id"]).toMatchObject({ id: "***-**-7762" })
    const proved = await request.answer("tax-amount", { amountKind: "taxReturnAmount", amount: "100.00" })
    expect(proved.body.step).toBe("summary")
  })

  test("a PIN that was not touched stays, and is on the receipt", async () => {
    const { request } = await visitor.walk(larry(3))
    const { pin: _, ...profile } = textOf("profile", larry(3))
    expect((await request.answer("profile", profile)).status).toBe(200)
    expect((await request.submit()).body).toMatchObject({ pin: "1234" })
  })
})

describe("R-26 the steps are in order", () => {
  test.each(steps.slice(1).map((step, at) => ({ step, before: steps[at]! })))(
    "$step is not open before $before is answered",
    async ({ before, step }) => {
      const { request } = await visitor.walk(larry(4), before)
      const told = await request.answer(step, textOf(step))
      expect([told.status, told.body]).toMatchObject([409, { code: "step_not_open" }])
    }
  )

  test.each(steps)("nothing can be submitted while %s is not answered", async (step) => {
    const { request } = await visitor.walk(larry(4), step)
    expect((await request.submit()).body).toMatchObject({ code: "step_not_open" })
  })

  test("an evidence step that is not on the way is not open", async () => {
    const { request } = await visitor.walk(larry(4), "tax-amount")
    expect((await request.answer("letter-id", { letterId: "L0000000001" })).body).toMatchObject({
      code: "step_not_open"
    })
    expect((await request.answer("line-item", { amount: "1" })).body).toMatchObject({ code: "step_not_open" })
  })

  test("nothing is open after submit", async () => {
    const { request } = await visitor.walk(larry(5))
    await request.submit()
    for (const step of steps) {
      expect((await request.answer(step, textOf(step))).body).toMatchObject({ code: "step_not_open" })
    }
    expect((await request.cancel()).status).toBe(409)
  })
})

describe("a username", () => {
  test("that a draft has chosen is held by nobody: whoever submits first has it", async () => {
    const one = await visitor.walk(larry(6, "same.name"))
    const other = await visitor.walk(larry(7, "SAME.Name"))
    expect(other.told.body).toMatchObject({ step: "summary" })
    expect((await one.request.submit()).status).toBe(201)
    const late = await other.request.submit()
    expect([late.status, late.body]).toMatchObject([
      422,
      { code: "issues", step: "logon", issues: [{ path: "username", code: "username-taken" }] }
    ])
    // Nothing is lost: another name, and it goes.
    await other.request.answer("logon", { ...textOf("logon"), username: "another.name" })
    expect((await other.request.submit()).status).toBe(201)
  })

  test("that somebody has is told at its step, in any case", async () => {
    const { request, told } = await visitor.walk(somebody("greg-username-taken"))
    expect([told.status, told.body]).toMatchObject([
      422,
      { code: "issues", issues: [{ path: "username", code: "username-taken" }] }
    ])
    await request.cancel()
  })

  test("of twenty at once that submit one name in twenty spellings one wins", async () => {
    const spelling = (at: number) =>
      [..."onlyone"].map((letter, place) => ((at >> place) & 1 ? letter.toUpperCase() : letter)).join("")
    const requests = []
    for (let at = 0; at < 20; at++) requests.push((await visitor.walk(larry(8, spelling(at)))).request)
    const told = await Promise.all(requests.map((request) => request.submit()))
    expect(told.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(told.filter(({ status }) => status !== 201).map(({ body }) => body)).toMatchObject(
      Array.from({ length: 19 }, () => ({ issues: [{ code: "username-taken" }] }))
    )
  })
})

describe("submit", () => {
  const mailsTo = (address: string) => house.mails.filter(({ to }) => to.address === address)

  test("pressed twice is one receipt, and the PIN is told once", async () => {
    const { request } = await visitor.walk(larry(9))
    const first = await request.submit()
    const second = await request.submit()
    expect([first.status, second.status]).toEqual([201, 201])
    const { pin, ...receipt } = first.body
    expect(pin).toBe("1234")
    expect(second.body).toEqual(receipt)
    await house.drain()
    expect(mailsTo("larry9@example.com").map(({ rendered }) => rendered.subject)).toEqual([
      "Registration Received",
      "Registration Approved"
    ])
  })

  test("pressed twenty times at once is one receipt, one PIN and two mails", async () => {
    const { request } = await visitor.walk(somebody("jo-joint"))
    const told = await Promise.all(Array.from({ length: 20 }, () => request.submit()))
    expect(told.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201))
    expect(new Set(told.map(({ body }) => body.confirmationNumber)).size).toBe(1)
    expect(told.filter(({ body }) => body.pin !== undefined)).toHaveLength(1)
    await house.drain()
    expect(mailsTo("jo-joint@example.com")).toHaveLength(2)
  })

  test("R-40 the receipt to print has number, time and username, and the PIN once", async () => {
    const { request } = await visitor.walk(somebody("amy-amended"))
    const { body } = await request.submit()
    expect(Object.keys(body).toSorted()).toEqual(["confirmationNumber", "pin", "role", "submittedAt", "username"])
    const reloaded = await request.read()
    expect(reloaded.body).toMatchObject({ step: "confirmation", confirmationNumber: body.confirmationNumber })
    expect(reloaded.text).not.toContain('"pin":"')
    expect((await request.submit()).body).not.toHaveProperty("pin")
  })

  test("is seen by whoever submits second to the same taxpayer: one Master Administrator, the others for one account", async () => {
    const people = Array.from({ length: 6 }, (_, at) =>
      somebody("rod-adjusted", {
        wish: { username: `rod.${at}`, email: `rod${at}@example.com`, phoneNumber: "(617) 555-0111" }
      })
    )
    const requests = []
    for (const person of people) requests.push((await visitor.walk(person)).request)
    const told = await Promise.all(requests.map((request) => request.submit()))
    expect(told.map(({ body }) => `${body.role.role} of ${body.role.scope}`).toSorted()).toEqual([
      "MasterAdministrator of all",
      ...Array.from({ length: 5 }, () => "TaxAdministrator of personal-income-tax")
    ])
  })
})

describe("a request that is left", () => {
  test.each([...steps, "summary"] as const)("by Cancel at %s is gone, with everything typed in it", async (step) => {
    const { request } = await visitor.walk(larry(2), step === "summary" ? undefined : step)
    expect((await request.cancel()).status).toBe(204)
    expect((await request.read()).status).toBe(404)
    expect((await request.cancel()).status).toBe(404)
    expect((await request.submit()).status).toBe(404)
    const [row] = await ask(({ run }) =>
      run((db) => db.select().from(logonRequestDraftTable).where(eq(logonRequestDraftTable.id, request.id)))
    )
    expect(row).toMatchObject({ status: "cancelled", proof: null, taxpayerDigest: null, letterDigest: null })
  })

  test("for thirty minutes is gone at that instant", async () => {
    const { request } = await visitor.walk(larry(2), "profile")
    house.clock.set("2020-11-20T14:25:14.999-05:00")
    expect((await request.read()).status).toBe(200)
    house.clock.set("2020-11-20T14:25:15-05:00")
    for (const told of [
      await request.read(),
      await request.submit(),
      await request.answer("profile", textOf("profile"))
    ]) {
      expect([told.status, told.body]).toMatchObject([404, { code: "not_found" }])
    }
  })

  test("is kept open by each answer, but no longer than a day", async () => {
    const { request } = await visitor.walk(larry(2), "profile")
    for (let at = 0; at < 71; at++) {
      house.clock.advance("20 minutes")
      expect((await request.answer("taxpayer-type", { taxpayerType: "individual" })).status).toBe(200)
    }
    house.clock.set("2020-11-21T13:55:14.999-05:00")
    expect((await request.read()).status).toBe(200)
    house.clock.set("2020-11-21T13:55:15-05:00")
    expect((await request.read()).status).toBe(404)
  })
})

describe("a request of somebody else", () => {
  test("is not there, whatever is asked of it", async () => {
    const { request } = await visitor.walk(larry(2))
    const { token } = await visitor.open()
    const at = (rest: string) => `/v1/logon-requests/${request.id}${rest}`
    const told = [
      await visitor.call("GET", at(""), { token }),
      await visitor.call("PUT", at("/answers/taxpayer-type"), { token, body: { taxpayerType: "individual" } }),
      await visitor.call("POST", at("/submit"), { token, body: {} }),
      await visitor.call("POST", at("/email"), {
        token,
        body: { password: typedPassword, email: "a@example.com", confirmEmail: "a@example.com" }
      }),
      await visitor.call("POST", at("/not-me"), { token, body: {} }),
      await visitor.call("POST", at("/events-ticket"), { token, body: {} }),
      await visitor.call("DELETE", at(""), { token })
    ]
    expect(told.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 404))
    expect((await request.read()).body).toMatchObject({ step: "summary" })
  })

  test.each(["", "Bearer", "Bearer x", `Basic ${"a".repeat(43)}`])(
    "without a token (%s) nothing is told",
    async (authorization) => {
      const { request } = await visitor.walk(larry(2), "taxpayer-id")
      const told = await visitor.call("GET", `/v1/logon-requests/${request.id}`, { headers: { authorization } })
      expect([told.status, told.body]).toMatchObject([401, { code: "bearer_required" }])
    }
  )

  test.each(["1", "../1", "00000000-0000-0000-0000-000000000000", "%00"])(
    "an id that is none (%s) is not there",
    async (id) => {
      const { token } = await visitor.open()
      expect((await visitor.call("GET", `/v1/logon-requests/${id}`, { token })).status).toBe(404)
    }
  )
})
