import { peopleAt, typedPassword } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { visitorOf } from "./visitorOf.ts"

const larry = peopleAt("2020-11-20").find(({ story }) => story === "larry-mo")!

/** The activation code of a mail: what stands behind the # of its link. */
const codeOf = (text: string): string => /\/activate#([\w-]+)/u.exec(text)![1]!
const securityCodeOf = (text: string): string => /\b(\d{6})\b/u.exec(text)![1]!

describe("the walk of the seed, over HTTP", () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  test("LARRY MO proves who he is, gets a logon, and logs in a second time on a device that is trusted from then on", async () => {
    const { clock, drain, mails } = house
    const visitor = visitorOf(house)

    const { request, told } = await visitor.walk(larry)
    expect(told.body).toMatchObject({ status: "draft", step: "summary" })

    const submitted = await request.submit()
    expect(submitted.status).toBe(201)
    expect(submitted.body).toMatchObject({
      confirmationNumber: "0-704-061-440",
      submittedAt: "2020-11-20T18:55:15.000Z",
      username: "good.elmo",
      pin: "1234"
    })

    clock.advance("1 second")
    await drain()
    expect((await request.read()).body).toMatchObject({ status: "approved", step: "confirmation" })
    expect(mails.map(({ at, rendered, to }) => [at.toJSON(), to.address, rendered.subject])).toEqual([
      ["2020-11-20T18:55:15.000Z", "goodelmo@dor.state.ma.us", "Registration Received"],
      ["2020-11-20T18:55:16.000Z", "goodelmo@dor.state.ma.us", "Registration Approved"]
    ])

    const activationCode = codeOf(mails[1]!.rendered.text)
    const credentials = { username: "good.elmo", password: typedPassword }
    const first = await visitor.call("POST", "/v1/sessions", { body: { ...credentials, activationCode } })
    expect([first.status, first.body]).toEqual([201, { status: "two_step_setup_required" }])

    const added = await visitor.call<{ id: string; target: string }>("POST", "/v1/me/two-step-methods", {
      body: { kind: "email", target: "elmo@dor.state.ma.us" }
    })
    expect([added.status, added.body.target]).toEqual([201, "elmo@dor.state.ma.us"])
    await drain()
    expect([mails[2]!.to.address, securityCodeOf(mails[2]!.rendered.text)]).toEqual(["elmo@dor.state.ma.us", "400533"])

    const confirmed = await visitor.call("POST", `/v1/me/two-step-methods/${added.body.id}/confirm`, {
      body: { code: "400533" }
    })
    expect([confirmed.status, confirmed.body]).toEqual([200, { status: "logged_in" }])
    expect((await visitor.call("GET", "/v1/me")).body).toMatchObject({ username: "good.elmo", name: "LARRY MO" })
    expect((await visitor.call("DELETE", "/v1/sessions/current")).status).toBe(204)

    clock.advance("1 day")
    const second = await visitor.call<{ methods: Array<{ id: string; target: string }> }>("POST", "/v1/sessions", {
      body: credentials
    })
    expect(second.body).toMatchObject({
      status: "security_code_required",
      methods: [{ kind: "email", target: "e***@d**.s****.m*.us" }]
    })
    const { id: methodId } = second.body.methods[0]!
    expect((await visitor.call("POST", "/v1/sessions/current/security-codes", { body: { methodId } })).status).toBe(202)
    await drain()
    expect(securityCodeOf(mails[3]!.rendered.text)).toBe("213113")
    const trusted = await visitor.call("POST", "/v1/sessions/current/security-codes/confirm", {
      body: { code: "213113", trustDevice: true }
    })
    expect([trusted.status, trusted.body]).toEqual([200, { status: "logged_in" }])
    await visitor.call("DELETE", "/v1/sessions/current")

    const third = await visitor.call("POST", "/v1/sessions", { body: credentials })
    expect([third.status, third.body]).toEqual([201, { status: "logged_in" }])

    await expect(JSON.stringify(await house.audit(), null, 2) + "\n").toMatchFileSnapshot(
      "goldens/larry-mo-over-http.audit.json"
    )
  })
})
