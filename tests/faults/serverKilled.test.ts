import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { answersOf, peopleAt } from "@mtc-logon/core/testing"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { migrateDatabase } from "../../packages/server/src/database/migrate.ts"
import { freshDatabase } from "../harness/freshDatabase.ts"
import type { FreshDatabase } from "../harness/freshDatabase.ts"
import { fixedKeyringFile } from "../journeys/fixedKeyring.ts"
import { overHttp } from "../journeys/overHttp.ts"
import { visitorOf } from "../journeys/visitorOf.ts"
import { startServer } from "./startServer.ts"
import type { StartedServer } from "./startServer.ts"

const larry = peopleAt(new Date().toISOString().slice(0, 10)).find(({ story }) => story === "larry-mo")!
const evidence = answersOf(larry).find(({ step }) => step === "tax-amount")!
const house = { settings: { firstPartyOrigins: ["http://localhost:8787"] } as never }

describe.each(["embedded", "postgres"] as const)("a server that is killed, on the %s database", (kind) => {
  const folder = mkdtempSync(join(tmpdir(), "mtc-logon-killed-"))
  let database: FreshDatabase | undefined
  let server: StartedServer
  const settings = () => ({
    MTC_ENV: "development",
    PORT: "0",
    ID_RANGES: "sandbox",
    LOG_LEVEL: "silent",
    DATA_DIR: folder,
    KEYRING_FILE: fixedKeyringFile(),
    // Whoever proves waits this long: time enough to be killed in.
    REFUSAL_FLOOR_MS: "800",
    ...(database !== undefined && { DATABASE_URL: database.url })
  })
  const start = async () => {
    const started = await startServer(settings())
    if (!("port" in started)) throw new Error(started.said)
    server = started
  }

  beforeAll(async () => {
    database = kind === "postgres" ? await freshDatabase(migrateDatabase) : undefined
    await start()
  })
  afterAll(async () => {
    await server.kill()
    await database?.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  const visitor = () => visitorOf({ ...house, app: overHttp(server.port) })
  /** The same request, asked of whatever server listens now. */
  const again = ({ id, token }: { readonly id: string; readonly token: string }) => {
    const { call } = visitor()
    const at = `/v1/logon-requests/${id}`
    return {
      read: () => call<{ status: string; step: string }>("GET", at, { token }),
      answer: (step: string, body: unknown) => call<{ step: string }>("PUT", `${at}/answers/${step}`, { token, body }),
      submit: () => call<{ confirmationNumber: string; pin?: string }>("POST", `${at}/submit`, { token, body: {} })
    }
  }

  test("in the middle of a proof loses no answer, and the proof can be given again", async () => {
    const { request } = await visitor().walk(larry, "tax-amount")
    const answering = request.answer("tax-amount", evidence.text as never).catch(() => undefined)
    await server.kill()
    expect(await answering).toBeUndefined()

    await start()
    const { answer, read } = again(request)
    const { body, status } = await read()
    expect([status, body.status]).toEqual([200, "draft"])
    expect(["tax-amount", "profile"]).toContain(body.step)
    expect(body).toMatchObject({ answers: { "taxpayer-id": { id: "***-**-6789" } } })
    expect((await answer("tax-amount", evidence.text)).body).toMatchObject({ step: "profile" })
  })

  test("in the middle of a submit has made the logon once or not at all: pressed again, it is made, and approved", async () => {
    const { request } = await visitor().walk(larry)
    const submitting = request.submit().catch(() => undefined)
    await server.kill()
    const before = await submitting

    await start()
    const { read, submit } = again(request)
    const receipt = await submit()
    expect(receipt.status).toBe(201)
    if (before?.status === 201) expect(receipt.body.confirmationNumber).toBe(before.body.confirmationNumber)
    expect((await submit()).body.confirmationNumber).toBe(receipt.body.confirmationNumber)
    // Whichever process took the request, one that lives does what it has left to be done.
    await vi.waitFor(async () => expect((await read()).body).toMatchObject({ status: "approved" }), {
      timeout: 20_000,
      interval: 100
    })
    const mails = await visitor().call<{ messages: ReadonlyArray<{ subject: string }> }>(
      "GET",
      `/v1/dev/messages?to=${encodeURIComponent(larry.wish.email)}`
    )
    expect(mails.body.messages.filter(({ subject }) => subject === "Registration Approved").length).toBeLessThan(2)
  })

  if (kind === "embedded") {
    test("leaves its folder to the next; while it lives a second one is refused, and told by which process", async () => {
      const second = await startServer(settings())
      expect("port" in second).toBe(false)
      expect(second).toMatchObject({ status: 1, said: expect.stringContaining(`Process ${server.pid} `) })
      expect((second as { said: string }).said.trim().split("\n")).toHaveLength(1)
      expect((await again(await visitor().open()).read()).status).toBe(200)
    })
  }

  test("asked to end, it answers what it has begun, and ends well", async () => {
    const { request } = await visitor().walk(
      { ...larry, evidence: { ...larry.evidence, amount: "55.55" } as never },
      "tax-amount"
    )
    const answering = request.answer("tax-amount", { amountKind: "taxReturnAmount", amount: "55.55" })
    // The answer is on its way once the server has read the call: a second call after it is answered at once.
    await visitor().call("GET", "/healthz")
    const status = await server.stop()
    expect((await answering).status).toBe(422)
    expect(status).toBe(0)
    await start()
  })
})
