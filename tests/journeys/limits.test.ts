import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { statementsDuring } from "./statementsDuring.ts"

let house: House

describe("an address that asks for everything it can think of", () => {
  beforeAll(async () => {
    house = await openHouse({ settings: { LIMIT_REQUESTS_PER_IP_PER_MINUTE: "5" } })
  })
  afterAll(() => house.close())

  test("is told to come again by the frame's page as by every call", async () => {
    const framed = () => house.app.request("/embed/v1/create-logon?p=mtcpk_test_nobody")
    for (let at = 1; at <= 5; at++) expect((await framed()).status).toBe(403)
    const refused = await framed()
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"])
    expect((await house.app.request("/v1/me/session")).status).toBe(429)
  })

  test("asks the database once a second whether it is there, however often it asks", async () => {
    const ask = () =>
      statementsDuring(() => Promise.all(Array.from({ length: 50 }, () => house.app.request("/readyz"))))
    for (const _ of ["first", "second"]) {
      house.clock.advance("1 second")
      const { answer, statements } = await ask()
      expect(new Set(answer.map(({ status }) => status))).toEqual(new Set([200]))
      expect(statements).toEqual(["select 1"])
    }
    house.clock.advance("999 millis")
    expect((await ask()).statements).toEqual([])
  })
})
