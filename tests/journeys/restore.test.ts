import type { AddedTwoStepMethodView } from "@mtc-logon/core/two-step"
import type { Person } from "@mtc-logon/core/testing"
import { afterEach, describe, expect, test } from "vitest"
import { endRecoveryCodes, migrateDatabase } from "../../packages/server/src/database/migrate.ts"
import { beginEpoch } from "../../packages/server/src/secrets/beginEpoch.ts"
import { copyDatabase } from "../harness/copyDatabase.ts"
import { freshDatabase } from "../harness/freshDatabase.ts"
import { activePerson, approvedPerson, newestMailTo } from "./approvedPerson.ts"
import { appCodeAt } from "./appCodeAt.ts"
import { linkCodeIn, securityCodeIn } from "./codesIn.ts"
import { fixedKeyringFile } from "./fixedKeyring.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Visitor } from "./visitorOf.ts"

/** LARRY MO's return, on numbers of their own. */
const larrys = Array.from({ length: 5 }, (_, last): Person =>
  somebody("larry-mo", {
    id: `9001188${String(last).padStart(2, "0")}`,
    wish: { username: `restored.${last}`, email: `restored${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)
const confirmPath = "/v1/sessions/current/security-codes/confirm"
const newPassword = "Harbor4Sails"

const closers: Array<() => Promise<void>> = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

/** Opens the house of a database as it stands, always at the same moment. */
const openOn = async (url: string, keyringFile: string) => {
  const house = await openHouse({
    alsoOnFile: larrys,
    ids: "random",
    from: "2020-11-20T13:58:00-05:00",
    reach: () => url,
    settings: { KEYRING_FILE: keyringFile, LIMIT_RECOVERY_PER_LOGON_PER_HOUR: "1000" }
  })
  return house
}

/** The browser of a visitor, at the house that stands in the place of the one before. */
const browserOf = (cookies: ReadonlyMap<string, string>, house: House): Visitor => {
  const visitor = visitorOf(house)
  for (const [name, value] of cookies) visitor.cookies.set(name, value)
  return visitor
}

/** Everything that is out when the dump is made. */
const before = async (house: House) => {
  house.clock.set(goldenInstant)
  const [fresh, owner, forgot] = [larrys[0]!, larrys[1]!, larrys[2]!]
  const approved = await approvedPerson(house, fresh)
  const active = await activePerson(house, owner)
  const { call } = active.visitor
  house.clock.advance("1 minute")
  const app = (await call<AddedTwoStepMethodView>("POST", "/v1/me/two-step-methods", { body: { kind: "totp" } })).body
  const secret = app.secret!
  await call("POST", `/v1/me/two-step-methods/${app.id}/confirm`, {
    body: { code: appCodeAt(secret, house.clock.now()) }
  })
  const made = await call<{ codes: ReadonlyArray<string> }>("POST", "/v1/me/recovery-codes", { body: {} })
  const session = new Map(active.visitor.cookies)

  // A browser of its own, trusted, with the session that the trust began in over.
  const trusted = visitorOf(house)
  house.clock.advance("1 minute")
  await trusted.call("POST", "/v1/sessions", { body: active.credentials })
  await trusted.call("POST", confirmPath, {
    body: { code: appCodeAt(secret, house.clock.now()), methodId: app.id, trustDevice: true }
  })
  await trusted.call("DELETE", "/v1/sessions/current")

  // Somebody half-way through a log-in, with a code on its way.
  const halfWay = visitorOf(house)
  await halfWay.call("POST", "/v1/sessions", { body: active.credentials })
  await halfWay.call("POST", "/v1/sessions/current/security-codes", { body: { methodId: active.methodId } })
  await house.drain()
  const code = securityCodeIn(newestMailTo(house, active.target))

  await activePerson(house, forgot)
  await visitorOf(house).call("POST", "/v1/recovery/password", { body: { username: forgot.wish.username } })
  await house.drain()
  const link = linkCodeIn(newestMailTo(house, forgot.wish.email), "reset")

  const { request } = await visitorOf(house).walk(larrys[3]!, "profile")
  return {
    activation: { activationCode: approved.activationCode, ...approved.credentials },
    code,
    credentials: active.credentials,
    draft: { id: request.id, token: request.token },
    halfWay: new Map(halfWay.cookies),
    link,
    recoveryCode: made.body.codes[0]!,
    secret,
    appId: app.id,
    session,
    trusted: new Map(trusted.cookies)
  }
}
type Out = Awaited<ReturnType<typeof before>>

/** What each of them opens; a status each. */
const tryEach = async (house: House, out: Out): Promise<Readonly<Record<string, unknown>>> => {
  const status = async (told: Promise<{ readonly status: number }>) => (await told).status
  const stranger = () => visitorOf(house)
  const recovering = stranger()
  await recovering.call("POST", "/v1/sessions", { body: out.credentials })
  const withTrust = await browserOf(out.trusted, house).call<{ status?: string }>("POST", "/v1/sessions", {
    body: out.credentials
  })
  return {
    session: await status(browserOf(out.session, house).call("GET", "/v1/me")),
    securityCode: await status(
      browserOf(out.halfWay, house).call("POST", confirmPath, { body: { code: out.code, trustDevice: false } })
    ),
    trustedDevice: withTrust.body.status,
    activation: await status(stranger().call("POST", "/v1/sessions", { body: out.activation })),
    recoveryCode: await status(
      recovering.call("POST", confirmPath, { body: { recoveryCode: out.recoveryCode, trustDevice: false } })
    ),
    draft: await status(stranger().call("GET", `/v1/logon-requests/${out.draft.id}`, { token: out.draft.token })),
    resetLink: await status(
      stranger().call("POST", "/v1/recovery/password/reset", {
        body: { token: out.link, answer: "Boston", newPassword }
      })
    )
  }
}

/** Uses up whatever can be, once more than it allows: all of it is dead in the database that is lost then. */
const consume = async (house: House, out: Out) => {
  const used = await tryEach(house, out)
  await browserOf(out.session, house).call("DELETE", "/v1/sessions/current")
  await visitorOf(house).call("DELETE", `/v1/logon-requests/${out.draft.id}`, { token: out.draft.token })
  return used
}

const works = {
  session: 200,
  securityCode: 200,
  trustedDevice: "logged_in",
  activation: 201,
  recoveryCode: 200,
  draft: 200,
  resetLink: 204
}

describe("T33 a restored database", () => {
  test("gives back what was used since, and a new epoch voids all of it; passwords, profiles and apps go on", async () => {
    const keyringFile = fixedKeyringFile()
    const own = await freshDatabase(migrateDatabase)
    closers.push(own.drop)

    const first = await openOn(own.url, keyringFile)
    const out = await before(first)
    await first.close()
    const dump = await copyDatabase(own.url)
    closers.push(dump.drop)

    const second = await openOn(own.url, keyringFile)
    expect(await consume(second, out)).toEqual(works)
    const dead = await tryEach(second, out)
    expect(dead).toMatchObject({ session: 401, securityCode: 401, recoveryCode: 422, draft: 404, resetLink: 422 })
    await second.close()

    const careless = await copyDatabase(dump.url)
    closers.push(careless.drop)
    const third = await openOn(careless.url, keyringFile)
    expect(await tryEach(third, out)).toEqual(works)
    await third.close()

    expect(beginEpoch(keyringFile)).toBe(2)
    const restored = await copyDatabase(dump.url)
    closers.push(restored.drop)
    await endRecoveryCodes(restored.url)
    const house = await openOn(restored.url, keyringFile)
    closers.push(() => house.close())
    expect(await tryEach(house, out)).toEqual({
      session: 401,
      securityCode: 401,
      trustedDevice: "security_code_required",
      activation: 403,
      recoveryCode: 422,
      draft: 404,
      resetLink: 422
    })

    const owner = visitorOf(house)
    house.clock.advance("1 minute")
    expect((await owner.call("POST", "/v1/sessions", { body: out.credentials })).status).toBe(201)
    const told = await owner.call("POST", confirmPath, {
      body: { code: appCodeAt(out.secret, house.clock.now()), methodId: out.appId, trustDevice: false }
    })
    expect(told.status).toBe(200)
    expect((await owner.call("GET", "/v1/me/profile")).body).toMatchObject({ email: larrys[1]!.wish.email })
    expect((await owner.call("GET", "/v1/me")).body).toMatchObject({ access: [{ role: "MasterAdministrator" }] })
    expect((await owner.call("GET", "/v1/me/two-step-methods")).body).toMatchObject({ recoveryCodesLeft: 0 })
    await owner.call("POST", "/v1/sessions/current/password", { body: { password: out.credentials.password } })
    expect((await owner.call("POST", "/v1/me/recovery-codes", { body: {} })).status).toBe(201)
  })
})
