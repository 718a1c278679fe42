import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { fixedKeyringFile } from "../journeys/fixedKeyring.ts"
import { openHouse } from "../journeys/openHouse.ts"
import type { House } from "../journeys/openHouse.ts"
import { somebody } from "../journeys/somebody.ts"
import { visitorOf } from "../journeys/visitorOf.ts"

const main = join(import.meta.dirname, "../../packages/server/dist/main.js")
const folder = mkdtempSync(join(tmpdir(), "mtc-logon-audit-"))
const keyring = fixedKeyringFile()

let house: House
let databaseUrl: string
let client: pg.Client
/** Rows of the trail before anyone cuts it, and the log of a production server that began after the fourth. */
let rows: number
let log: string

const environment = () => ({
  PATH: process.env.PATH ?? "",
  MTC_ENV: "production",
  HOST: "127.0.0.1",
  PORT: "0",
  DATABASE_URL: databaseUrl,
  KEYRING_FILE: keyring,
  SMTP_URL: "smtp://relay.example",
  PUBLIC_BASE_URL: "https://mtc.example"
})

/** Lets the built server serve until it has logged a checkpoint; its log. */
const logOfAServer = async () => {
  const child = spawn(process.execPath, [main, "start", "--no-worker"], { env: environment(), stdio: "pipe" })
  let said = ""
  const logged = new Promise<void>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text
      if (/"jws":.*\n/.test(said)) resolve()
    })
  })
  const ended = once(child, "exit")
  await Promise.race([logged, ended])
  child.kill("SIGTERM")
  await ended
  return said
}

const verifyAudit = async (...args: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, [main, "verify-audit", ...args], { env: environment(), stdio: "pipe" })
  let said = ""
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text
    })
  const [status] = (await once(child, "close")) as [number]
  return { status, said }
}

const fileOf = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const settle = async () => {
  const visitor = visitorOf(house)
  const { request } = await visitor.walk(somebody("larry-mo"), "tax-amount")
  await request.answer("tax-amount", { amountKind: "taxReturnAmount", amount: "1.23" })
}

beforeAll(async () => {
  house = await openHouse({
    reach: (url) => {
      databaseUrl = url
      return url
    }
  })
  client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await settle()
  log = await logOfAServer()
  await settle()
  rows = Number((await client.query("select max(seq) as seq from audit")).rows[0].seq)
})
afterAll(async () => {
  await client.end()
  await house.close()
})

const jwsIn = () => JSON.parse(/^.*"jws".*$/m.exec(log)![0]) as { readonly seq: number; readonly jws: string }

describe("verify-audit", () => {
  test("reads a server's log as it is, and says up to which row its checkpoints vouch", async () => {
    const { seq } = jwsIn()
    expect(seq).toBeLessThan(rows)
    const { said, status } = await verifyAudit("--checkpoints", fileOf("server.log", log))
    expect([status, said]).toEqual([0, expect.stringContaining(`as it was written, ${rows} rows`)])
    expect(said).toContain(`vouch for the rows up to ${seq}`)
    // It signs nothing itself: it does not know yet whether the trail is whole.
    expect(said).not.toContain("jws")
  })

  test("without checkpoints says that nothing vouches for the end", async () => {
    const { said, status } = await verifyAudit()
    expect([status, said]).toEqual([0, expect.stringContaining("--checkpoints")])
  })

  // Every other way to spoil one: `packages/server/test/audit/readCheckpoints.test.ts`.
  test("names the file and the line of a checkpoint that is forged", async () => {
    const [head, , signature] = jwsIn().jws.split(".")
    const forged = `${head}.${Buffer.from(JSON.stringify({ seq: 1, hash: "1:00" })).toString("base64url")}.${signature}`
    const { said, status } = await verifyAudit("--checkpoints", fileOf("forged.log", `${log}${forged}\n`))
    expect([status, said]).toEqual([1, expect.stringContaining(`forged.log line ${log.split("\n").length} `)])
  })

  test("refuses a flag that it does not know", async () => {
    const { said, status } = await verifyAudit("--checkpoint", "x")
    expect([status, said]).toEqual([1, expect.stringContaining("--checkpoints")])
  })

  test("finds a tail that was cut with the head set back", async () => {
    const { seq } = jwsIn()
    const last = await client.query("select seq, hash from audit where seq = $1", [seq - 1])
    await client.query("delete from audit where seq >= $1", [seq])
    await client.query("update audit_head set seq = $1, hash = $2", [last.rows[0].seq, last.rows[0].hash])

    expect((await verifyAudit()).status).toBe(0)
    const { said, status } = await verifyAudit("--checkpoints", fileOf("server.log", log))
    expect([status, said]).toEqual([1, expect.stringContaining(`from row ${seq} on`)])
    expect(said).toContain("checkpoint")
  })
})
