import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { activePerson, newestMailTo } from "./approvedPerson.ts"
import { letterIdIn, linkCodeIn, notMeCodeIn } from "./codesIn.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"

const larry = somebody("larry-mo")

describe.each(["postgres", "embedded"] as const)("a logon for years, over HTTP, %s", (database) => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ database })
  })
  afterAll(() => house.close())

  test("LARRY MO changes his profile, forgets his password, finds a stranger in his logon, and comes back by letter", async () => {
    const { clock, drain } = house
    const it = await activePerson(house, larry)
    const call = (path: string, body: unknown) => visitorOf(house).call("POST", path, { body })
    const before = (await house.audit()).length

    clock.advance("1 minute")
    const moved = "larry@example.org"
    await it.visitor.call("PATCH", "/v1/me/profile", {
      body: { phoneNumber: "(617) 555-0111", email: moved, confirmEmail: moved }
    })
    await drain()
    const code = linkCodeIn(newestMailTo(house, moved), "profile")
    expect((await it.visitor.call("POST", "/v1/me/email-change/confirm", { body: { code } })).status).toBe(200)
    expect((await it.visitor.call("PUT", "/v1/me/pin", { body: { pin: "2580" } })).status).toBe(204)

    clock.advance("30 days")
    await call("/v1/recovery/username", { email: moved })
    await call("/v1/recovery/password", { username: it.credentials.username })
    await drain()
    const token = linkCodeIn(newestMailTo(house, moved), "reset")
    const reset = (answer: string) =>
      call("/v1/recovery/password/reset", { token, answer, newPassword: "Harbor4Sails" })
    expect([(await reset("Salem")).status, (await reset("Boston")).status]).toEqual([422, 204])

    clock.advance("1 day")
    await drain()
    const mail = newestMailTo(house, moved)
    await call("/v1/not-me", { code: notMeCodeIn(mail) })
    await call("/v1/not-me", { code: notMeCodeIn(mail) })
    clock.advance("1 hour")
    await call("/v1/letter-requests", { idType: "SSN", id: larry.id })
    await drain()
    const letterId = letterIdIn(house.letters.at(-1)!.text)
    const again = await activePerson(house, {
      ...larry,
      evidence: { verificationType: "letterId", letterId },
      wish: { ...larry.wish, username: "larry.again", email: "again@example.org" }
    })
    expect((await again.visitor.call("GET", "/v1/me")).body).toMatchObject({
      username: "larry.again",
      access: [{ role: "MasterAdministrator", scope: "all" }]
    })

    const trail = (await house.audit()).slice(before)
    await expect(JSON.stringify(trail, null, 2) + "\n").toMatchFileSnapshot("goldens/larry-mo-for-years.audit.json")
  })
})
