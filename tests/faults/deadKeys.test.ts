import { answersOf, peopleAt } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { migrateDatabase } from "../../packages/server/src/database/migrate.ts"
import { freshDatabase } from "../harness/freshDatabase.ts"
import type { FreshDatabase } from "../harness/freshDatabase.ts"
import { fixedKeyringFile } from "../journeys/fixedKeyring.ts"
import { openSocket } from "../journeys/openSocket.ts"
import { overHttp } from "../journeys/overHttp.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import { startServer } from "./startServer.ts"
import type { StartedServer } from "./startServer.ts"

const origin = "http://localhost:8787"
const larry = peopleAt(new Date().toISOString().slice(0, 10)).find(({ story }) => story === "larry-mo")!
const [first] = answersOf(larry)

let database: FreshDatabase
let here: StartedServer
let elsewhere: StartedServer

beforeAll(async () => {
  database = await freshDatabase(migrateDatabase)
  const start = async () => {
    const started = await startServer({
      MTC_ENV: "development",
      PORT: "0",
      ID_RANGES: "sandbox",
      LOG_LEVEL: "silent",
      KEYRING_FILE: fixedKeyringFile(),
      DATABASE_URL: database.url
    })
    if (!("port" in started)) throw new Error(started.said)
    return started
  }
  here = await start()
  elsewhere = await start()
})
afterAll(async () => {
  await Promise.all([here, elsewhere].map((server) => server.kill()))
  await database.drop()
})

const visitorAt = ({ port }: StartedServer) =>
  visitorOf({ app: overHttp(port), settings: { firstPartyOrigins: [origin] } as never })

/** A request with a socket at the other process than the one that it is asked at. */
const listened = async () => {
  const request = await visitorAt(here).open()
  const other = await openSocket(visitorAt(elsewhere), request, { origin, port: elsewhere.port })
  return { request, ...other }
}

describe("a socket at one process, whose key dies at another", () => {
  test("by a cancelled request, is closed as not found", async () => {
    const { closes, request } = await listened()
    expect((await request.cancel()).status).toBe(204)
    expect(await closes()).toBe("4404 not_found")
  })

  test("by going on in another tab, is closed as not found", async () => {
    const { closes, request } = await listened()
    const { body } = await request.post<{ code: string }>("/resume-code")
    const resumed = await visitorAt(here).call("POST", "/v1/logon-requests/resume", { body })
    expect(resumed.status).toBe(200)
    expect(await closes()).toBe("4404 not_found")
  })

  test("by time, is closed as not found; an answer meanwhile keeps it open", async () => {
    // The other process follows: the processes of a database share one clock.
    const advance = (minutes: number) =>
      visitorAt(here).call("POST", "/v1/dev/clock", { body: { advanceSeconds: minutes * 60 } })
    const { closes, request, socket } = await listened()
    await advance(20)
    expect((await request.answer(first!.step, first!.text as never)).status).toBe(200)
    await advance(20)
    expect((await request.read()).status).toBe(200)
    expect(socket.readyState).toBe(socket.OPEN)
    await advance(11)
    expect(await closes()).toBe("4404 not_found")
    expect((await request.read()).status).toBe(404)
  })
})
