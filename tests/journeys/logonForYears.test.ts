import type { AddedTwoStepMethodView } from "@mtc-logon/core/two-step"
import { typedPassword } from "@mtc-logon/core/testing"
import { Redacted } from "effect"
import { afterAll, beforeAll, expect, test } from "vitest"
import { virtualPasskey } from "../harness/virtualPasskey.ts"
import { appCodeAt } from "./appCodeAt.ts"
import { activePerson } from "./approvedPerson.ts"
import { securityCodeIn } from "./codesIn.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const confirmPath = "/v1/sessions/current/security-codes/confirm"

test("LARRY MO adds an app, a telephone and a passkey, prints recovery codes, trusts a device, and removes his mailbox", async () => {
  const { logIn, methodId: mailbox, visitor } = await activePerson(house, somebody("larry-mo"))
  const { call } = visitor
  const add = async (kind: string, target?: string) =>
    (
      await call<AddedTwoStepMethodView>("POST", "/v1/me/two-step-methods", {
        body: { kind, ...(target !== undefined && { target }) }
      })
    ).body
  const confirmAdded = async (id: string, proof: object) =>
    expect((await call("POST", `/v1/me/two-step-methods/${id}/confirm`, { body: proof })).status).toBe(200)
  const confirm = async (proof: object, trustDevice: boolean, status = 200) =>
    expect((await call("POST", confirmPath, { body: { ...proof, trustDevice } })).status).toBe(status)

  const app = await add("totp")
  const codeNow = () => appCodeAt(app.secret!, house.clock.now())
  await confirmAdded(app.id, { code: codeNow() })

  house.clock.advance("1 minute")
  const phone = await add("sms", "(617) 555-0143")
  await house.drain()
  await confirmAdded(phone.id, { code: securityCodeIn(Redacted.value(house.texts[0]!.text)) })

  const passkey = virtualPasskey(house.settings.firstPartyOrigins[0]!)
  const made = await add("passkey")
  await confirmAdded(made.id, {
    credential: passkey.create(made.options as unknown as Parameters<typeof passkey.create>[0])
  })
  const { body } = await call<{ codes: ReadonlyArray<string> }>("POST", "/v1/me/recovery-codes", { body: {} })

  house.clock.advance("1 day")
  await logIn()
  await confirm({ code: "000000", methodId: app.id }, false, 422)
  await confirm({ code: codeNow(), methodId: app.id }, true)
  house.clock.advance("1 day")
  expect((await logIn()).body.status).toBe("logged_in")
  expect((await call("DELETE", "/v1/sessions")).status).toBe(204)

  house.clock.advance("10 minutes")
  await logIn()
  await confirm({ recoveryCode: body.codes[0] }, false)
  await call("POST", "/v1/sessions/current/password", { body: { password: typedPassword } })
  expect((await call("DELETE", `/v1/me/two-step-methods/${mailbox}`)).status).toBe(204)
  await house.drain()

  expect(house.mails.map(({ rendered }) => rendered.subject)).toEqual([
    "Registration Received",
    "Registration Approved",
    "Your security code",
    "A method to get security codes was added",
    "A method to get security codes was added",
    "A method to get security codes was added",
    "New recovery codes were created",
    "A recovery code was used",
    "A method to get security codes was removed"
  ])
  await expect(JSON.stringify(await house.audit(), null, 2) + "\n").toMatchFileSnapshot(
    "goldens/logon-for-years.audit.json"
  )
})
