import { once } from "node:events"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { startSmtpSink } from "../harness/smtp.ts"
import type { SmtpSink } from "../harness/smtp.ts"
import { startOwnPostgres } from "../harness/startPostgres.ts"
import type { OwnPostgres } from "../harness/startPostgres.ts"
import { fixedKeyringFile } from "../journeys/fixedKeyring.ts"
import { overHttp } from "../journeys/overHttp.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import type { Told } from "../journeys/visitorOf.ts"
import { startServer } from "./startServer.ts"
import type { StartedServer } from "./startServer.ts"

const origin = "https://mtc.example"

let postgres: OwnPostgres
let relay: SmtpSink
let server: StartedServer
let settings: Readonly<Record<string, string>>

const start = async () => {
  const started = await startServer(settings)
  if (!("port" in started)) throw new Error(started.said)
  server = started
}

beforeAll(async () => {
  postgres = await startOwnPostgres()
  relay = await startSmtpSink()
  settings = {
    MTC_ENV: "production",
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "silent",
    DATABASE_URL: postgres.url,
    KEYRING_FILE: fixedKeyringFile(),
    SMTP_URL: relay.url,
    PUBLIC_BASE_URL: origin,
    LIMIT_LOGIN_PER_IP_PER_MINUTE: "100000",
    LIMIT_REQUESTS_PER_IP_PER_MINUTE: "100000",
    LIMIT_DRAFTS_PER_IP_PER_HOUR: "100000",
    LIMIT_RECOVERY_PER_IP_PER_HOUR: "100000"
  }
  await start()
})
afterAll(async () => {
  await server.kill()
  await postgres.stop()
  await relay.stop()
})

const visitor = () => visitorOf({ app: overHttp(server.port), settings: { firstPartyOrigins: [origin] } as never })
const ask = <A = unknown>(method: string, path: string, body?: unknown) =>
  visitor().call<A>(method, path, body === undefined ? {} : { body })

/** Works in the database as its administrator does, from a connection of its own. */
const asAdministrator = async <A>(use: (client: pg.Client) => Promise<A>): Promise<A> => {
  const client = new pg.Client({ connectionString: postgres.url, application_name: "administrator" })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** Ends the connections of the server that this is true of; says how many. */
const terminate = (client: pg.Client, which: string) =>
  client
    .query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name <> 'administrator' and backend_type = 'client backend' and ${which}`)
    .then(({ rowCount }) => rowCount ?? 0)

const isAlive = async () => {
  expect(server.end()).toBeUndefined()
  expect((await ask("GET", "/healthz")).status).toBe(200)
}

const unavailable = (told: Told<unknown>) => {
  expect([told.status, told.body]).toMatchObject([503, { code: "unavailable" }])
  expect(told.headers.get("retry-after")).toMatch(/^[1-9]\d*$/)
}

const become = (status: number) =>
  vi.waitFor(async () => expect((await ask("GET", "/readyz")).status).toBe(status), { timeout: 20_000, interval: 100 })

/** Ten who ask one thing after the other meanwhile: some are in a statement, some between two of a transaction. */
const during = async (something: () => Promise<void>) => {
  let isOver = false
  const asking = Array.from({ length: 10 }, async () => {
    for (;;) {
      if (isOver) return
      const told = await ask("POST", "/v1/recovery/password", { username: `u${Math.random()}` })
      if (told.status !== 202) unavailable(told)
    }
  })
  await Promise.all([something().finally(() => (isOver = true)), ...asking])
}

/** Whoever waits for what becomes of a request hears what the database is told of it. */
const tells = async () => {
  const { id, post } = await visitor().open()
  const { body } = await post<{ ticket: string }>("/events-ticket")
  const address = `ws://127.0.0.1:${server.port}/v1/logon-requests/${id}/events?ticket=${body.ticket}`
  const socket = new WebSocket(address, { headers: { origin } } as never)
  await once(socket, "open")
  const closed = once(socket, "close", { signal: AbortSignal.timeout(1_000) })
  const told = JSON.stringify({ topic: `logon-request:${id}` })
  await asAdministrator((client) => client.query("select pg_notify('mtc_live', $1)", [told]))
  await closed.finally(() => socket.close())
}

/** The same process serves, tells and does the jobs: each of its connections is one that works. */
const works = async () => {
  await isAlive()
  await become(200)
  // More at once than the pool has places: one that was lost for good would show. A call may still meet a dead connection.
  await vi.waitFor(
    async () => {
      const opened = await Promise.all(Array.from({ length: 30 }, () => ask("POST", "/v1/logon-requests", {})))
      expect(opened.map(({ status }) => status)).toEqual(opened.map(() => 201))
    },
    { timeout: 20_000, interval: 200 }
  )
  await vi.waitFor(tells, { timeout: 20_000, interval: 200 })
  expect((await ask("POST", "/v1/recovery/password", { username: `nobody-${Math.random()}` })).status).toBe(202)
  await vi.waitFor(
    () =>
      asAdministrator(async (client) => {
        const { rows } = await client.query(
          "select count(*)::int as waiting from pgboss.job where name = 'answer-forgotten' and state <> 'completed'"
        )
        expect(rows).toEqual([{ waiting: 0 }])
      }),
    { timeout: 20_000, interval: 200 }
  )
  await isAlive()
}

describe("a server whose database goes", () => {
  test.each([
    ["is stopped", "SIGINT"],
    ["is stopped at once", "SIGQUIT"],
    ["is killed", "SIGKILL"]
  ] as const)("when it %s, answers 503 in the middle of calls, lives on, and works when it is back", async (_, how) => {
    const wrong = () => ask("POST", "/v1/sessions", { username: `u${Math.random()}`, password: "Wrong-Password-1" })
    await during(async () => {
      await postgres.fall(how)
      await become(503)
    })
    await isAlive()
    const ready = await ask("GET", "/readyz")
    unavailable(ready)
    expect(ready.body).toMatchObject({ reason: "database" })
    unavailable(await ask("POST", "/v1/logon-requests", {}))
    unavailable(await wrong())
    unavailable(await ask("POST", "/v1/recovery/password", { username: "nobody" }))
    unavailable(await ask("GET", `/v1/logon-requests/${"0".repeat(8)}/events?ticket=${"a".repeat(43)}`))
    await postgres.rise()
    await works()
  })
})

describe("a server that loses a connection", () => {
  test.each([
    ["that waits in the pool, to be used", "application_name = '' and state = 'idle' and query not like 'listen%'"],
    ["that listens", "query like 'listen%'"],
    ["of the job queue", "application_name = 'pgboss'"],
    ["of any kind", "true"]
  ])("%s, lives on and works", async (_, which) => {
    await works()
    expect(await asAdministrator((client) => terminate(client, which))).toBeGreaterThan(0)
    await works()
  })

  test("in the middle of a statement, answers 503 and works", async () => {
    await works()
    await asAdministrator(async (client) => {
      await client.query("begin")
      await client.query("lock table logon in access exclusive mode")
      const asked = Array.from({ length: 5 }, () => ask("POST", "/v1/sessions", { username: "nobody", password: "x" }))
      await vi.waitFor(async () => expect(await terminate(client, "wait_event_type = 'Lock'")).toBeGreaterThan(0))
      for (const told of await Promise.all(asked)) unavailable(told)
      await client.query("rollback")
    })
    await works()
  })

  test("between two statements of a transaction, or as one begins, answers 503 and works, seven times", async () => {
    await works()
    await asAdministrator((client) =>
      during(async () => {
        for (let terminated = 0; terminated < 7;) {
          terminated += await terminate(client, "state = 'idle in transaction'")
          // And some as they are taken from the pool: a transaction that never begins.
          await terminate(client, "application_name = '' and state = 'idle' and query = 'commit'")
        }
      })
    )
    await works()
  })
})

describe("a server that is started while its database is down", () => {
  test("says so, answers 503, and brings it to its tables and works as soon as it comes", async () => {
    await server.kill()
    await asAdministrator(async (client) => {
      await client.query("drop schema public, drizzle, pgboss cascade")
      await client.query("create schema public")
    })
    await postgres.fall("SIGINT")
    await start()
    await isAlive()
    const ready = await ask("GET", "/readyz")
    unavailable(ready)
    expect(ready.body).toMatchObject({ reason: "database" })
    unavailable(await ask("POST", "/v1/logon-requests", {}))
    unavailable(await ask("GET", "/logon"))
    await postgres.rise()
    await works()
  })

  test("ends when it is asked to, with nothing left undone", async () => {
    await server.kill()
    await postgres.fall("SIGINT")
    await start()
    expect(await server.stop()).toBe(0)
    await postgres.rise()
    await start()
  })
})
