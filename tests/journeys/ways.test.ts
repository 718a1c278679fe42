import type { AddedTwoStepMethodView, TwoStepMethodsView } from "@mtc-logon/core/two-step"
import type { Person } from "@mtc-logon/core/testing"
import { typedPassword } from "@mtc-logon/core/testing"
import { and, eq, isNull } from "drizzle-orm"
import { Effect, Redacted } from "effect"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { logonTable, recoveryCodeTable, twoStepMethodTable } from "../../packages/server/src/database/logonTable.ts"
import { Sealing } from "../../packages/server/src/secrets/Sealing.ts"
import { targetPlace } from "../../packages/server/src/store/methodOf.ts"
import { canarySweep } from "../harness/canarySweep.ts"
import { virtualPasskey } from "../harness/virtualPasskey.ts"
import { appCodeAt } from "./appCodeAt.ts"
import { activePerson, approvedPerson, newestMailTo } from "./approvedPerson.ts"
import { notMeCodeIn, securityCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own. */
const larrys = Array.from({ length: 30 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001166${String(last).padStart(2, "0")}`,
    wish: { username: `larry.${last}`, email: `larry${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)
let used = 0

let house: House
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: larrys, ids: "random" })
})
afterAll(() => house.close())
beforeEach(() => house.clock.set(goldenInstant))

const said = ({ body, status }: { readonly status: number; readonly body: unknown }) => [status, body]
const confirmPath = "/v1/sessions/current/security-codes/confirm"

/** Somebody who is logged in with both steps, and what they may do with their ways. */
const atHome = async () => {
  const person = await activePerson(house, larrys[used++]!)
  const { call } = person.visitor
  house.clock.advance("1 second")
  const add = (kind: string, target?: string) =>
    call<AddedTwoStepMethodView>("POST", "/v1/me/two-step-methods", {
      body: { kind, ...(target !== undefined && { target }) }
    })
  const confirmAdded = (id: string, proof: object) =>
    call("POST", `/v1/me/two-step-methods/${id}/confirm`, { body: proof })
  const ways = async () => (await call<TwoStepMethodsView>("GET", "/v1/me/two-step-methods")).body
  const confirm = (proof: object, trustDevice = false) => call("POST", confirmPath, { body: { ...proof, trustDevice } })
  const addApp = async () => {
    const { id, secret = "" } = (await add("totp")).body
    await confirmAdded(id, { code: appCodeAt(secret, house.clock.now()) })
    house.clock.advance("30 seconds")
    return { id, codeNow: () => appCodeAt(secret, house.clock.now()) }
  }
  return { ...person, call, add, addApp, confirm, confirmAdded, ways }
}

const subjectsTo = (address: string) =>
  house.mails.filter(({ to }) => to.address === address).map(({ rendered }) => rendered.subject)

describe("D-26 the mail of a changed second step has a code that undoes it", () => {
  /** Uses the code of the newest mail with this subject, and logs in as far as it goes. */
  const tellNotMe = async (
    { logIn }: { logIn: () => Promise<{ status: number }> },
    address: string,
    subject: string
  ) => {
    await house.drain()
    const { rendered } = house.mails.findLast(
      (mail) => mail.to.address === address && mail.rendered.subject === subject
    )!
    const code = notMeCodeIn(rendered.text)
    expect(rendered.html).toContain(`/not-me#${code.replaceAll("-", "")}`)
    expect((await visitorOf(house).call("POST", "/v1/not-me", { body: { code } })).status).toBe(202)
    expect((await logIn()).status).toBe(401)
  }
  const worksOf = (username: string) =>
    house.runtime.runPromise(
      Effect.gen(function* () {
        const { run } = yield* Database
        const rows = yield* run((db) =>
          db
            .select({ kind: twoStepMethodTable.kind })
            .from(twoStepMethodTable)
            .innerJoin(logonTable, eq(logonTable.id, twoStepMethodTable.logonId))
            .where(and(eq(logonTable.username, username), isNull(twoStepMethodTable.removedAt)))
            .orderBy(twoStepMethodTable.createdAt)
        )
        return rows.map(({ kind }) => kind)
      })
    )

  test("a way that was added is gone, and the logon is closed", async () => {
    const person = await atHome()
    const { email, username } = larrys[used - 1]!.wish
    await person.addApp()
    expect(await worksOf(username)).toEqual(["email", "totp"])
    await tellNotMe(person, email, "A method to get security codes was added")
    expect(await worksOf(username)).toEqual(["email"])
  })

  test("a way that was removed works again, and the logon is closed", async () => {
    const person = await atHome()
    const { email, username } = larrys[used - 1]!.wish
    await person.addApp()
    expect((await person.call("DELETE", `/v1/me/two-step-methods/${person.methodId}`)).status).toBe(204)
    expect(await worksOf(username)).toEqual(["totp"])
    await tellNotMe(person, email, "A method to get security codes was removed")
    expect(await worksOf(username)).toEqual(["email", "totp"])
  })

  test("recovery codes are dead, and the logon is closed", async () => {
    const person = await atHome()
    expect((await person.call("POST", "/v1/me/recovery-codes", { body: {} })).status).toBe(201)
    await tellNotMe(person, larrys[used - 1]!.wish.email, "New recovery codes were created")
    const open = await house.runtime.runPromise(
      Effect.gen(function* () {
        const { run } = yield* Database
        return yield* run((db) =>
          db
            .select({ state: recoveryCodeTable.state })
            .from(recoveryCodeTable)
            .innerJoin(logonTable, eq(logonTable.id, recoveryCodeTable.logonId))
            .where(and(eq(logonTable.username, larrys[used - 1]!.wish.username), eq(recoveryCodeTable.state, "open")))
        )
      })
    )
    expect(open).toEqual([])
  })
})

describe("an authentication app", () => {
  test("is set up by a secret, a link and a picture, confirms log-ins, and the owner is told", async () => {
    const { add, call, confirm, confirmAdded, credentials, logIn, ways } = await atHome()
    const added = await add("totp")
    expect(added.status).toBe(201)
    const { id, otpauthUri = "", qr = "", secret = "" } = added.body
    expect(secret).toMatch(/^[A-Z2-7]{32}$/u)
    expect(otpauthUri).toBe(
      `otpauth://totp/MassTaxConnect:${credentials.username}?secret=${secret}&issuer=MassTaxConnect`
    )
    expect(qr).toMatch(/^<svg /u)
    expect(said(await confirmAdded(id, { code: "000000" }))).toMatchObject([422, { code: "code_refused" }])
    const code = appCodeAt(secret, house.clock.now())
    expect(said(await confirmAdded(id, { code }))).toEqual([200, { status: "logged_in" }])
    expect((await ways()).methods.map(({ confirmed, kind }) => [kind, confirmed])).toEqual([
      ["email", true],
      ["totp", true]
    ])
    await house.drain()
    expect(subjectsTo(larrys[used - 1]!.wish.email)).toContain("A method to get security codes was added")

    await call("DELETE", "/v1/sessions/current")
    house.clock.advance("30 seconds")
    const { body } = await logIn()
    expect(body.methods.map((method) => "target" in method)).toEqual([true, false])
    expect(said(await confirm({ code, methodId: id }))).toMatchObject([422, { code: "code_refused" }])
    const next = appCodeAt(secret, house.clock.now())
    expect(said(await confirm({ code: `${next.slice(0, 3)} ${next.slice(3)}`, methodId: id }))).toEqual([
      200,
      { status: "logged_in" }
    ])
    await logIn()
    expect(said(await confirm({ code: next }))).toMatchObject([422, { code: "code_refused" }])
  })

  test("takes the code of the step before and after, and none farther", async () => {
    const { confirm, logIn, add, confirmAdded } = await atHome()
    const { id, secret = "" } = (await add("totp")).body
    const at = (steps: number) => appCodeAt(secret, house.clock.now() + steps * 30_000)
    for (const far of [-2, 2]) expect((await confirmAdded(id, { code: at(far) })).status).toBe(422)
    expect((await confirmAdded(id, { code: at(-1) })).status).toBe(200)
    await logIn()
    expect((await confirm({ code: at(1) })).status).toBe(200)
    await logIn()
    // A step that lies before the last one used is used up with it.
    expect((await confirm({ code: at(0) })).status).toBe(422)
  })

  test("passes the vectors of RFC 6238 that lie in the time of the rule set, and costs no try with letters or another length", async () => {
    const { addApp, confirm, logIn } = await atHome()
    const { id } = await addApp()
    const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    await house.runtime.runPromise(
      Effect.gen(function* () {
        const { run } = yield* Database
        const target = (yield* Sealing).seal(targetPlace(id), Redacted.make(secret))
        yield* run((db) =>
          db.update(twoStepMethodTable).set({ target, lastTimeStep: null }).where(eq(twoStepMethodTable.id, id))
        )
      })
    )
    const vectors = [
      [2_000_000_000, "69279037"],
      [20_000_000_000, "65353130"]
    ] as const
    for (const [seconds, code] of vectors) {
      house.clock.set(new Date(seconds * 1000).toISOString())
      await logIn()
      for (const typed of ["12345", "1234567", "12345a", "", "１２３４５６"]) {
        expect(said(await confirm({ code: typed, methodId: id }))).toMatchObject([422, { code: "issues" }])
      }
      expect(said(await confirm({ code: code.slice(2), methodId: id }))).toEqual([200, { status: "logged_in" }])
    }
  })
})

describe("text messages", () => {
  test("bring a code that only this house is filled in at, to a phone that need not be the profile's", async () => {
    const { add, confirm, confirmAdded, call, logIn } = await atHome()
    house.clock.advance("6 minutes")
    const added = await add("sms", "(617) 555-0143")
    expect([added.status, added.body.target]).toEqual([201, "+16175550143"])
    await house.drain()
    const { text, to } = house.texts.at(-1)!
    const words = Redacted.value(text)
    const code = securityCodeIn(words)
    expect(to).toBe("+16175550143")
    expect(words).toBe(
      `MassTaxConnect: ${code} is your security code. It expires in 10 minutes. Do not share it with anyone.\n\n@localhost #${code}`
    )
    expect(words.length).toBeLessThanOrEqual(160)
    expect((await confirmAdded(added.body.id, { code })).status).toBe(200)

    await call("DELETE", "/v1/sessions/current")
    house.clock.advance("1 hour")
    const { methods } = (await logIn()).body
    expect(methods.map(({ target }) => target)[1]).toBe("(***) ***-0143")
    await call("POST", "/v1/sessions/current/security-codes", { body: { methodId: methods[1]!.id } })
    await house.drain()
    const second = securityCodeIn(Redacted.value(house.texts.at(-1)!.text))
    expect((await confirm({ code: second })).status).toBe(200)
  })

  test("R-33 a phone number that is removed gets no more codes", async () => {
    const { add, call } = await atHome()
    house.clock.advance("6 minutes")
    const { id } = (await add("sms", "(617) 555-0144")).body
    const before = house.texts.length
    expect((await call("DELETE", `/v1/me/two-step-methods/${id}`)).status).toBe(204)
    await house.drain()
    expect(house.texts.length).toBe(before)
    house.clock.advance("1 minute")
    const again = await call("POST", "/v1/sessions/current/security-codes", { body: { methodId: id } })
    expect(again.status).toBe(404)
  })

  test("go to no number that could be somebody's in the sandbox, and to none that is none", async () => {
    const { add } = await atHome()
    for (const target of ["617-887-6367", "617 887", "", "call me", "+44 20 7946 0000", "1".repeat(200)]) {
      expect(said(await add("sms", target))).toMatchObject([422, { code: "issues", issues: [{ path: "target" }] }])
    }
  })
})

describe("recovery codes", () => {
  test("are ten, stand in for a code once each, and the owner is told", async () => {
    const { call, confirm, logIn, ways } = await atHome()
    const made = await call<{ codes: ReadonlyArray<string> }>("POST", "/v1/me/recovery-codes", { body: {} })
    expect(made.status).toBe(201)
    expect(made.headers.get("cache-control")).toBe("no-store")
    const { codes } = made.body
    expect([codes.length, new Set(codes).size]).toEqual([10, 10])
    for (const code of codes) expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/u)
    expect((await ways()).recoveryCodesLeft).toBe(10)

    await logIn()
    expect(said(await confirm({ recoveryCode: codes[0]!.toLowerCase().replaceAll("-", " ") }, true))).toEqual([
      200,
      { status: "logged_in" }
    ])
    expect((await ways()).recoveryCodesLeft).toBe(9)
    await house.drain()
    expect(newestMailTo(house, larrys[used - 1]!.wish.email)).toContain("9 codes are left")
    // It trusts no device: the next log-in asks again.
    expect((await logIn()).body.status).toBe("security_code_required")
    expect(said(await confirm({ recoveryCode: codes[0]! }))).toMatchObject([422, { code: "code_refused" }])
    expect(said(await confirm({ recoveryCode: "too short" }))).toMatchObject([
      422,
      { code: "issues", issues: [{ path: "recoveryCode" }] }
    ])
  })

  test("of the set before are dead, and are kept by nobody in clear", async () => {
    const { call, confirm, logIn } = await atHome()
    const make = async () =>
      (await call<{ codes: ReadonlyArray<string> }>("POST", "/v1/me/recovery-codes", { body: {} })).body.codes
    const [old = ""] = await make()
    const [fresh = ""] = await make()
    await logIn()
    expect((await confirm({ recoveryCode: old })).status).toBe(422)
    expect((await confirm({ recoveryCode: fresh })).status).toBe(200)
    const rows = await house.runtime.runPromise(
      Effect.flatMap(Database, ({ run }) => run((db) => db.execute("select * from recovery_code")))
    )
    const swept = [
      { where: "the table", text: JSON.stringify(rows) },
      { where: "the log", text: house.lines.join("\n") },
      { where: "the audit trail", text: JSON.stringify(await house.audit()) }
    ]
    expect(canarySweep(swept, [{ name: "a recovery code", value: fresh.replaceAll("-", "") }])).toEqual([])
  })
})

describe("a passkey", () => {
  const withPasskey = async () => {
    const person = await atHome()
    const origin = house.settings.firstPartyOrigins[0]!
    const passkey = virtualPasskey(origin)
    const added = await person.add("passkey")
    const options = added.body.options as unknown as Parameters<typeof passkey.create>[0]
    const begin = async () => {
      const { body } = await person.call<{ options: Parameters<typeof passkey.get>[0] }>(
        "POST",
        "/v1/sessions/current/security-codes",
        { body: { methodId: added.body.id } }
      )
      return body.options
    }
    return { ...person, added, begin, options, passkey, origin }
  }

  test("is made by the browser, and confirms a log-in and the trust of a device", async () => {
    const { added, begin, confirm, confirmAdded, logIn, options, passkey, ways } = await withPasskey()
    expect([added.status, options.rp.id]).toEqual([201, "localhost"])
    expect(said(await confirmAdded(added.body.id, { credential: passkey.create(options) }))).toEqual([
      200,
      { status: "logged_in" }
    ])
    expect((await ways()).methods.at(-1)).toMatchObject({ kind: "passkey", confirmed: true, advice: [] })
    await logIn()
    const credential = passkey.get(await begin())
    expect(said(await confirm({ credential }, true))).toEqual([200, { status: "logged_in" }])
    expect((await logIn()).body.status).toBe("logged_in")
  })

  test("is not made for another site, another challenge or another host", async () => {
    const { added, confirmAdded, options, passkey } = await withPasskey()
    for (const wrong of [{ origin: "https://evil.example" }, { challenge: "AAAA" }, { rpId: "evil.example" }]) {
      const answer = await confirmAdded(added.body.id, { credential: passkey.create(options, wrong) })
      expect(said(answer)).toMatchObject([422, { code: "code_refused" }])
    }
  })

  test("signs the newest challenge once, for this house, and no copy of it counts", async () => {
    const { added, begin, confirm, confirmAdded, logIn, options, passkey } = await withPasskey()
    await confirmAdded(added.body.id, { credential: passkey.create(options) })
    await logIn()
    const older = await begin()
    const newest = await begin()
    const refused = async (credential: object) =>
      expect(said(await confirm({ credential }))).toMatchObject([422, { code: "code_refused" }])
    await refused(passkey.get(older))
    await refused(passkey.get(newest, { origin: "https://evil.example" }))
    await refused(virtualPasskey(house.settings.firstPartyOrigins[0]!).get(newest))
    const signed = passkey.get(newest)
    expect((await confirm({ credential: signed })).status).toBe(200)
    await logIn()
    await refused(signed)
    await refused(passkey.get(await begin(), { counter: 1 }))
    house.clock.advance("1 second")
    const late = await begin()
    house.clock.advance("5 minutes")
    await refused(passkey.get(late))
  })
})

describe("a change of the ways", () => {
  test("asks for the password again, tells what would be better, and leaves one that works", async () => {
    const { add, addApp, call, ways } = await atHome()
    const [mail] = (await ways()).methods
    expect(mail!.advice.map(({ messageId }) => messageId)).toEqual(["advice.email-codes", "advice.second-method"])
    expect(said(await call("DELETE", `/v1/me/two-step-methods/${mail!.id}`))).toMatchObject([
      409,
      { code: "last_method" }
    ])
    await addApp()
    for (let n = 0; n < 2; n++) {
      house.clock.advance("10 minutes")
      await call("GET", "/v1/me")
    }
    for (const answer of [
      await add("sms", "(617) 555-0145"),
      await call("DELETE", `/v1/me/two-step-methods/${mail!.id}`),
      await call("POST", "/v1/me/recovery-codes", { body: {} })
    ]) {
      expect(said(answer)).toMatchObject([403, { code: "password_required" }])
    }
    const typed = (password: string) => call("POST", "/v1/sessions/current/password", { body: { password } })
    expect(said(await typed("Wrong0000"))).toMatchObject([422, { code: "password_refused" }])
    expect((await typed(typedPassword)).status).toBe(204)
    expect((await call("DELETE", `/v1/me/two-step-methods/${mail!.id}`)).status).toBe(204)
    expect((await ways()).methods.map(({ kind }) => kind)).toEqual(["totp"])
  })

  test("is closed to the password alone, and a way of somebody else is none", async () => {
    const owner = await atHome()
    const other = await atHome()
    const { id } = await owner.addApp()
    expect(said(await other.call("DELETE", `/v1/me/two-step-methods/${id}`))).toMatchObject([
      404,
      { code: "not_found" }
    ])
    expect((await other.confirmAdded(id, { code: "123456" })).status).toBe(404)
    expect((await other.confirmAdded("not-an-id", { code: "123456" })).status).toBe(404)
    await owner.call("DELETE", "/v1/sessions/current")
    await owner.logIn()
    for (const kind of ["totp", "passkey", "email"]) expect((await owner.add(kind, "a@example.org")).status).toBe(401)
    expect((await owner.call("DELETE", `/v1/me/two-step-methods/${id}`)).status).toBe(401)
    expect((await owner.call("GET", "/v1/me/two-step-methods")).status).toBe(401)
  })

  test("of two proofs at once, or of none, is malformed", async () => {
    const { confirm, logIn } = await atHome()
    await logIn()
    for (const body of [{}, { code: "123456", recoveryCode: "x" }]) {
      expect(said(await confirm(body))).toMatchObject([400, { code: "malformed" }])
    }
  })
})

describe("the first set-up", () => {
  test("takes any way, and by the strict rule set neither e-mail nor telephone", async () => {
    const person = await approvedPerson(house, larrys[used++]!)
    await person.logIn({ activationCode: person.activationCode })
    const added = await person.visitor.call<AddedTwoStepMethodView>("POST", "/v1/me/two-step-methods", {
      body: { kind: "totp" }
    })
    const code = appCodeAt(added.body.secret!, house.clock.now())
    const confirmed = await person.visitor.call("POST", `/v1/me/two-step-methods/${added.body.id}/confirm`, {
      body: { code }
    })
    expect(said(confirmed)).toEqual([200, { status: "logged_in" }])
    await house.drain()
    expect(subjectsTo(larrys[used - 1]!.wish.email)).toEqual(["Registration Received", "Registration Approved"])
  })
})

describe("D-14 a way that is set up is confirmed once", () => {
  test("its set-up is no second door to the second step: 409, whatever is shown, and nothing is counted", async () => {
    const it = await atHome()
    const app = await it.addApp()
    const visitor = visitorOf(house)
    expect((await visitor.call("POST", "/v1/sessions", { body: it.credentials })).status).toBe(201)
    const again = (code: string) =>
      visitor.call("POST", `/v1/me/two-step-methods/${app.id}/confirm`, { body: { code } })
    for (const code of [app.codeNow(), ...Array.from({ length: 12 }, () => "000000")])
      expect(said(await again(code))).toMatchObject([409, { code: "already_confirmed" }])
    expect((await visitor.call("GET", "/v1/me")).status).toBe(401)
    const told = await visitor.call("POST", confirmPath, { body: { code: app.codeNow(), trustDevice: false } })
    expect(said(told)).toMatchObject([200, { status: "logged_in" }])
    expect(said(await again(app.codeNow()))).toMatchObject([409, { code: "already_confirmed" }])
  })

  test("that goes for a way by e-mail too, with the code of a log-in", async () => {
    const it = await atHome()
    const { methods } = await it.ways()
    const way = methods.find(({ kind }) => kind === "email")!
    house.clock.advance("1 minute")
    const visitor = visitorOf(house)
    await visitor.call("POST", "/v1/sessions", { body: it.credentials })
    await visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId: way.id } })
    await house.drain()
    const code = securityCodeIn(newestMailTo(house, it.target))
    const told = await visitor.call("POST", `/v1/me/two-step-methods/${way.id}/confirm`, { body: { code } })
    expect(said(told)).toMatchObject([409, { code: "already_confirmed" }])
    expect((await visitor.call("POST", confirmPath, { body: { code, trustDevice: false } })).status).toBe(200)
  })
})
