import { eq } from "drizzle-orm"
import { Effect } from "effect"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { logonRequestDraftTable } from "../../packages/server/src/database/logonRequestTable.ts"
import { serve } from "../../packages/server/src/serve.ts"
import type { Served } from "../../packages/server/src/serve.ts"
import { activePerson, approvedPerson, newestMailTo, setUpCodes } from "./approvedPerson.ts"
import { notMeCodeIn } from "./codesIn.ts"
import { goldenInstant } from "./movableClock.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { openSocket } from "./openSocket.ts"
import { somebody } from "./somebody.ts"
import { visitorOf } from "./visitorOf.ts"
import type { Visitor } from "./visitorOf.ts"

const larrys = Array.from({ length: 8 }, (_, last) =>
  somebody("larry-mo", {
    id: `90011684${last}`,
    wish: { username: `sockets.${last}`, email: `sockets${last}@example.com`, phoneNumber: "(617) 555-0110" }
  })
)
let used = 0

let house: House
let served: Served
beforeAll(async () => {
  house = await openHouse({ alsoOnFile: larrys })
  served = await serve(house.app, { host: "localhost", port: 0 })
})
afterAll(async () => {
  await served.stop(0)
  await house.close()
})
beforeEach(() => house.clock.set(goldenInstant))

type Request = Awaited<ReturnType<typeof approvedPerson>>["request"]
const listen = (visitor: Visitor, request: Request) =>
  openSocket(visitor, request, { origin: house.settings.firstPartyOrigins[0]!, port: served.port })

const active = async () => {
  const person = larrys[used++]!
  const { request, visitor } = await activePerson(house, person)
  const { closes } = await listen(visitor, request)
  return { closes, person, request, visitor }
}

describe("the socket of a request whose key dies is closed as not found, and the key opens nothing more", () => {
  test.each([
    ["its owner logs out", "/v1/sessions/current"],
    ["its owner logs out everywhere", "/v1/sessions?including=current"]
  ])("when %s", async (_, path) => {
    const { closes, request, visitor } = await active()
    expect((await visitor.call("DELETE", path)).status).toBe(204)
    expect(await closes()).toBe("4404 not_found")
    expect((await request.read()).status).toBe(404)
  })

  test("when its logon is frozen", async () => {
    const { closes, person, request, visitor } = await active()
    await visitor.call("PATCH", "/v1/me/profile", { body: { name: "LAWRENCE MO" } })
    await house.drain()
    const code = notMeCodeIn(newestMailTo(house, person.wish.email))
    expect((await visitorOf(house).call("POST", "/v1/not-me", { body: { code } })).status).toBe(202)
    expect(await closes()).toBe("4404 not_found")
    expect((await request.read()).status).toBe(404)
  })

  test("a day after the submit, at the instant that the state names", async () => {
    const { request, visitor } = await approvedPerson(house, larrys[used++]!)
    const { closes } = await listen(visitor, request)
    const { expiresAt } = (await request.read()).body
    house.clock.set(expiresAt)
    house.clock.advance(-1)
    expect((await request.read()).status).toBe(200)
    house.clock.advance(1)
    expect(await closes()).toBe("4404 not_found")
    expect((await request.read()).status).toBe(404)
  })

  test("when nobody was told: each look asks whether the key is still good", async () => {
    const { closes, request } = await active()
    await house.runtime.runPromise(
      Effect.flatMap(Database, ({ run }) =>
        run((db) => db.delete(logonRequestDraftTable).where(eq(logonRequestDraftTable.id, request.id)))
      )
    )
    expect(await closes()).toBe("4404 not_found")
  })
})

test("a first log-in reaches those who listen, and leaves their socket open", async () => {
  const person = larrys[used++]!
  const { activationCode, logIn, request, visitor } = await approvedPerson(house, person)
  const { closes, socket } = await listen(visitor, request)
  const ready = new Promise((resolve) => {
    socket.on("message", (message) => {
      if (String(message) === '{"status":"two-step-ready"}') resolve(undefined)
    })
  })
  await logIn({ activationCode })
  await setUpCodes(house, visitor, person.wish.email)
  await ready
  expect(socket.readyState).toBe(socket.OPEN)
  await request.cancel()
  expect(socket.readyState).toBe(socket.OPEN)
  await visitor.call("DELETE", "/v1/sessions/current")
  expect(await closes()).toBe("4404 not_found")
})
