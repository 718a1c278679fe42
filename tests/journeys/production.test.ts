import { ApiKeys } from "@mtc-logon/core/partner"
import { existingPassword } from "@mtc-logon/core/testing"
import { DateTime, Effect, Redacted } from "effect"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { Database } from "../../packages/server/src/database/Database.ts"
import { migrateDatabase } from "../../packages/server/src/database/migrate.ts"
import { sandboxKey } from "../../packages/server/src/dev/seedSandbox.ts"
import { Jobs } from "../../packages/server/src/jobs/Jobs.ts"
import { startHouse } from "../../packages/server/src/startHouse.ts"
import { freshDatabase } from "../harness/freshDatabase.ts"
import type { FreshDatabase } from "../harness/freshDatabase.ts"
import { fixedKeyringFile } from "./fixedKeyring.ts"
import { overHttp } from "./overHttp.ts"
import { readSettings } from "./readSettings.ts"
import { visitorOf } from "./visitorOf.ts"

const common = { PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "silent", KEYRING_FILE: fixedKeyringFile() }

let database: FreshDatabase
let development: Awaited<ReturnType<typeof startHouse>>
let production: Awaited<ReturnType<typeof startHouse>>
let productionSettings: Awaited<ReturnType<typeof readSettings>>

beforeAll(async () => {
  database = await freshDatabase(migrateDatabase)
  productionSettings = await readSettings({
    ...common,
    MTC_ENV: "production",
    DATABASE_URL: database.url,
    SMTP_URL: "smtp://127.0.0.1:9",
    PUBLIC_BASE_URL: "https://mtc.example"
  })
  production = await startHouse(productionSettings, { workers: "none" })
  const settings = await readSettings({
    ...common,
    MTC_ENV: "development",
    ID_RANGES: "sandbox",
    DATA_DIR: "memory://",
    PUBLIC_BASE_URL: "http://localhost:8787"
  })
  development = await startHouse(settings, { workers: "run" })
})
afterAll(async () => {
  await development.stop()
  await production.stop()
  await database.drop()
})

describe("the development tools", () => {
  test("R-37 Populate exists in development only", async () => {
    const settings = { firstPartyOrigins: ["http://localhost:8787"] } as never
    const gina = visitorOf({ app: overHttp(development.port), settings })
    const opened = await gina.call<{ methods: ReadonlyArray<{ id: string }> }>("POST", "/v1/sessions", {
      body: { username: "g.rossi", password: existingPassword }
    })
    const methodId = opened.body.methods[0]!.id
    expect((await gina.call("POST", "/v1/sessions/current/security-codes", { body: { methodId } })).status).toBe(202)
    const { body, status } = await gina.call<{ code: string }>("GET", "/v1/dev/populate/security-code")
    expect(status).toBe(200)
    const confirmed = await gina.call("POST", "/v1/sessions/current/security-codes/confirm", {
      body: { code: body.code, trustDevice: false }
    })
    expect(confirmed.body).toEqual({ status: "logged_in" })
    expect((await gina.call("GET", "/v1/dev/populate/security-code")).status).toBe(404)

    const visitor = visitorOf({ app: overHttp(production.port), settings: productionSettings })
    expect((await visitor.call("GET", "/v1/dev/populate/security-code")).status).toBe(404)
    expect((await visitor.open()).opened.options.developmentTools).toBe(false)
  })

  test.each([
    ["GET", "/dev/inbox"],
    ["GET", "/dev/inbox.js"],
    ["GET", "/dev/tools.js"],
    ["GET", "/dev/refusal.js"],
    ["GET", "/v1/dev/messages"],
    ["DELETE", "/v1/dev/messages"],
    ["POST", "/v1/dev/messages/events-ticket"],
    ["GET", "/v1/dev/clock"],
    ["POST", "/v1/dev/clock"],
    ["GET", "/v1/dev/fixtures"],
    ["GET", "/v1/dev/populate/security-code"]
  ])("%s %s is not there in production, whatever a call says", async (method, path) => {
    const at = (query: string, headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${production.port}${path}${query}`, {
        method,
        headers: { origin: "https://mtc.example", ...headers },
        ...(method === "POST" && { body: "{}" })
      })
    const json = { "content-type": "application/json" }
    const told = [
      await at("", json),
      await at("?dev=1", json),
      await at("", { ...json, "x-forwarded-for": "127.0.0.1", "x-forwarded-host": "localhost", "x-dev": "1" })
    ]
    expect(told.map(({ status }) => status)).toEqual([404, 404, 404])
  })

  test("have the test partner that --help promises, with the page of the demo", async () => {
    const framed = (port: number, referer: string) =>
      fetch(`http://127.0.0.1:${port}/embed/v1/create-logon?p=mtcpk_test_bayside`, {
        headers: { referer, "sec-fetch-dest": "iframe" }
      })
    const form = await framed(development.port, "http://127.0.0.1:4100/")
    expect([form.status, form.headers.get("content-security-policy")]).toEqual([
      200,
      expect.stringContaining("frame-ancestors http://127.0.0.1:4100")
    ])
    const explained = await framed(development.port, "http://localhost:3000/")
    expect(await explained.text()).toContain("TEST_PARTNER_ORIGINS=http://localhost:3000")
    const refused = await framed(production.port, "http://localhost:3000/")
    expect([refused.status, refused.headers.get("content-security-policy")]).toEqual([
      403,
      expect.stringContaining("frame-ancestors 'none'")
    ])
    expect(await refused.text()).not.toContain("TEST_PARTNER_ORIGINS")
  })

  test("leave no trace in a page of production", async () => {
    const page = await (await fetch(`http://127.0.0.1:${production.port}/security-code`)).text()
    expect(page).not.toMatch(/\/dev\/|Populate/)
    const tried = await (await fetch(`http://127.0.0.1:${development.port}/security-code`)).text()
    expect(tried).toContain("/dev/tools.js")
  })

  test("are for this machine only: a name that is another's leads nowhere", async () => {
    const { request } = await import("node:http")
    const status = (host: string) =>
      new Promise<number>((resolve, reject) => {
        request(
          { host: "127.0.0.1", port: development.port, path: "/v1/dev/fixtures", headers: { host } },
          (response) => resolve(response.resume().statusCode ?? 0)
        )
          .on("error", reject)
          .end()
      })
    expect([await status("localhost:8787"), await status("evil.example")]).toEqual([200, 404])
  })
})

describe("two development processes on one database", () => {
  test("have one clock: moved in one it is moved in both, and a job that waits is brought nearer once", async () => {
    const shared = await freshDatabase(migrateDatabase)
    const start = async () =>
      startHouse(
        await readSettings({ ...common, MTC_ENV: "development", ID_RANGES: "sandbox", DATABASE_URL: shared.url }),
        { workers: "none" }
      )
    const first = await start()
    const at = ({ port }: typeof first, init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${port}/v1/dev/clock`, { ...init, headers: { "content-type": "application/json" } })
    const nowOf = async (house: typeof first) => Date.parse(((await (await at(house)).json()) as { now: string }).now)
    const move = (house: typeof first, set: string) => at(house, { method: "POST", body: JSON.stringify({ set }) })
    const daysAhead = async () => {
      const [job] = await first.runtime.runPromise(
        Effect.flatMap(
          Database,
          ({ run }) =>
            run((db) =>
              db.execute(
                sql`select extract(epoch from start_after - now()) / 86400 as days from pgboss.job where name = 'expire-logon'`
              )
            ) as Effect.Effect<unknown> as Effect.Effect<{ readonly rows: ReadonlyArray<{ readonly days: string }> }>
        ).pipe(Effect.map(({ rows }) => rows))
      )
      return Math.round(Number(job!.days))
    }
    const closeTo = (shown: number, iso: string) => Math.abs(shown - Date.parse(iso)) < 60_000

    await first.runtime.runPromise(
      Effect.gen(function* () {
        const { transaction } = yield* Database
        const { enqueue } = yield* Jobs
        const startAfter = DateTime.add(yield* DateTime.now, { days: 400 })
        yield* transaction((tx) => enqueue(tx, "expire-logon", { id: "x" }, { startAfter }))
      })
    )
    const start0 = await nowOf(first)
    const inDays = (days: number) => new Date(start0 + days * 86_400_000).toISOString()
    await move(first, inDays(30))
    // One that starts later, too, is where the first one is.
    const second = await start()
    await vi.waitFor(async () => expect(closeTo(await nowOf(second), inDays(30))).toBe(true), { timeout: 10_000 })
    await move(second, inDays(30))
    expect(await daysAhead()).toBe(370)
    await move(second, inDays(100))
    await vi.waitFor(async () => expect(closeTo(await nowOf(first), inDays(100))).toBe(true), { timeout: 10_000 })
    expect(await daysAhead()).toBe(300)
    await second.stop()
    await first.stop()
    await shared.drop()
  })
})

describe("a production house", () => {
  test("opens nothing with the key of the sandbox, even where a database has it", async () => {
    const body = { question: "password", mode: "simulation", facts: {} }
    const ask = (visitor: ReturnType<typeof visitorOf>) =>
      visitor.call("POST", "/v1/decisions", { token: sandboxKey, body })
    const settings = { firstPartyOrigins: ["http://localhost:8787"] } as never
    expect((await ask(visitorOf({ app: overHttp(development.port), settings }))).status).toBe(200)
    await production.runtime.runPromise(
      Effect.flatMap(ApiKeys, (keys) => keys.keep({ name: "x", scopes: ["simulate"] }, Redacted.make(sandboxKey)))
    )
    const visitor = visitorOf({ app: overHttp(production.port), settings: productionSettings })
    expect((await ask(visitor)).status).toBe(401)
  })

  test("takes no number of the sandbox and knows nobody of it", async () => {
    const visitor = visitorOf({ app: overHttp(production.port), settings: productionSettings })
    const { answer } = await visitor.open()
    await answer("taxpayer-type", { taxpayerType: "individual" })
    const told = await answer("taxpayer-id", {
      idType: "SSN",
      id: "900-12-6789",
      confirmId: "900-12-6789",
      accountType: "personal-income-tax"
    })
    expect([told.status, told.body]).toMatchObject([422, { issues: [{ path: "id", code: "id-malformed" }] }])
    const logIn = await visitor.call("POST", "/v1/sessions", {
      body: { username: "g.rossi", password: existingPassword }
    })
    expect(logIn.status).toBe(401)
  })

  test("opens no request for a test partner", async () => {
    const visitor = visitorOf({ app: overHttp(production.port), settings: productionSettings })
    const told = await visitor.call("POST", "/v1/logon-requests", { body: { partnerId: "mtcpk_test_bayside" } })
    expect([told.status, told.body]).toMatchObject([403, { code: "partner_unknown" }])
  })

  test("refuses well-known passwords", async () => {
    expect(productionSettings.blocklistRefuses).toBe(true)
  })

  test.each([
    [{ DATABASE_URL: "" }, "DATABASE_URL"],
    [{ ID_RANGES: "sandbox" }, "ID_RANGES"],
    [{ KEYRING_FILE: "" }, "KEYRING_FILE"],
    [{ SMTP_URL: "" }, "SMTP_URL"],
    [{ PUBLIC_BASE_URL: "http://mtc.example" }, "PUBLIC_BASE_URL"],
    [{ FIRST_PARTY_ORIGINS: "http://dor.example" }, "FIRST_PARTY_ORIGINS"],
    [{ PORT: "-1" }, "PORT"]
  ])("does not start with %o, and names the setting", async (change, name) => {
    const environment = {
      ...common,
      DATABASE_URL: "postgres://someone@db.example/mtc",
      SMTP_URL: "smtp://relay.example",
      PUBLIC_BASE_URL: "https://mtc.example",
      ...change
    }
    await expect(readSettings(environment)).rejects.toThrow(name)
  })
})
