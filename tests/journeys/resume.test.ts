import { peopleAt } from "@mtc-logon/core/testing"
import type { OpenedLogonRequestView } from "@mtc-logon/core/logon-request"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { visitorOf } from "./visitorOf.ts"

const larry = peopleAt("2020-11-20").find(({ story }) => story === "larry-mo")!

describe("D-28 going on in another tab", () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ ids: "random" })
  })
  afterAll(() => house.close())

  const begun = async () => {
    const visitor = visitorOf(house)
    const { request } = await visitor.walk(larry, "profile")
    const { body } = await request.post<{ code: string }>("/resume-code")
    const resume = (code = body.code) =>
      visitor.call<OpenedLogonRequestView>("POST", "/v1/logon-requests/resume", { body: { code } })
    return { code: body.code, request, resume, visitor }
  }

  test("the code opens the request where it stood, under another token; the old token is dead", async () => {
    const { request, resume, visitor } = await begun()
    const resumed = await resume()
    expect([resumed.status, resumed.body.id, resumed.body.step]).toEqual([200, request.id, "profile"])
    expect((await request.read()).status).toBe(404)
    const { token } = resumed.body
    expect((await visitor.call("GET", `/v1/logon-requests/${request.id}`, { token })).status).toBe(200)
  })

  test("the code works once, and of fifty at once one goes on", async () => {
    const { resume } = await begun()
    const answers = await Promise.all(Array.from({ length: 50 }, () => resume()))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(49)
  })

  test("whoever asks for codes while another redeems one has none that works: the request stays where it went", async () => {
    for (let round = 0; round < 20; round++) {
      const { request, resume, visitor } = await begun()
      const asked = Array.from({ length: 12 }, () => request.post<{ code: string }>("/resume-code"))
      const [resumed, ...answers] = await Promise.all([resume(), ...asked])
      expect(resumed.status).toBe(200)
      const late = answers.flatMap(({ body, status }) => (status === 201 ? [body.code] : []))
      const statuses = []
      for (const code of late) statuses.push((await resume(code)).status)
      expect(statuses).toEqual(late.map(() => 404))
      const { token } = resumed.body
      expect((await visitor.call("GET", `/v1/logon-requests/${request.id}`, { token })).status).toBe(200)
    }
  })

  test("the code is dead at the minute, not an instant before", async () => {
    const first = await begun()
    house.clock.advance(59_999)
    expect((await first.resume()).status).toBe(200)
    const second = await begun()
    house.clock.advance(60_000)
    expect((await second.resume()).status).toBe(404)
  })

  test("a socket's ticket of the old key opens nothing any more", async () => {
    const { request, resume } = await begun()
    const { body } = await request.post<{ ticket: string }>("/events-ticket")
    await resume()
    const told = await house.app.request(`/v1/logon-requests/${request.id}/events?ticket=${body.ticket}`, {
      headers: { origin: house.settings.firstPartyOrigins[0]! }
    })
    expect(told.status).toBe(403)
  })

  test("what is no code, and another's token, get what is not there", async () => {
    const { request, resume, visitor } = await begun()
    expect((await resume("nothing")).status).toBe(404)
    const other = await visitor.open()
    expect(
      (await visitor.call("POST", `/v1/logon-requests/${request.id}/resume-code`, { body: {}, token: other.token }))
        .status
    ).toBe(404)
  })
})
