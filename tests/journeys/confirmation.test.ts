import { createPublicKey, verify } from "node:crypto"
import { peopleAt } from "@mtc-logon/core/testing"
import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Signing } from "../../packages/server/src/secrets/Signing.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { visitorOf } from "./visitorOf.ts"

const larry = peopleAt("2020-11-20").find(({ story }) => story === "larry-mo")!

describe("the receipt of a submitted request", () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  const confirmationOf = (request: { id: string; token: string }, accept: string) =>
    house.app.request(`/v1/logon-requests/${request.id}/confirmation`, {
      headers: { accept, authorization: `Bearer ${request.token}` }
    })

  test("is a page to print with number, time and username, and a signed one for programs; neither shows the PIN again", async () => {
    const { request } = await visitorOf(house).walk(larry)
    expect((await confirmationOf(request, "text/html")).status).toBe(409)
    await request.submit()

    const page = await (await confirmationOf(request, "text/html")).text()
    for (const shown of ["0-704-061-440", "11/20/2020 1:55:15 PM", "good.elmo"]) expect(page).toContain(shown)
    expect(page).not.toContain("1234")

    const { jws, ...receipt } = (await (await confirmationOf(request, "application/json")).json()) as { jws: string }
    const [head = "", payload = "", signature = ""] = jws.split(".")
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toEqual(receipt)
    const { jwks } = await house.runtime.runPromise(Effect.map(Signing, (signing) => signing))
    const key = createPublicKey({ key: jwks.keys[0]!, format: "jwk" })
    expect(verify(null, Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, "base64url"))).toBe(true)
  })

  test("is there for nobody else", async () => {
    const other = await visitorOf(house).open()
    expect((await confirmationOf({ id: other.id, token: "x".repeat(43) }, "text/html")).status).toBe(404)
  })
})
