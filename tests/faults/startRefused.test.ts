import { randomBytes } from "node:crypto"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync, existsSync, mkdtempSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { migrateDatabase } from "../../packages/server/src/database/migrate.ts"
import { keyNames, newKeyringFile } from "../../packages/server/src/secrets/Keyring.ts"
import { freshDatabase } from "../harness/freshDatabase.ts"
import type { FreshDatabase } from "../harness/freshDatabase.ts"

const main = join(import.meta.dirname, "../../packages/server/dist/main.js")
const folder = mkdtempSync(join(tmpdir(), "mtc-logon-start-"))

/** A keyring file in which each key is what `keyOf` makes, in base64. */
const keyringOf = (name: string, keyOf: (name: string) => string, mode = 0o600): string => {
  const file = join(folder, `${name}.json`)
  writeFileSync(
    file,
    JSON.stringify(Object.fromEntries(keyNames.map((of) => [of, { active: 1, keys: { 1: keyOf(of) } }])))
  )
  chmodSync(file, mode)
  return file
}
const random = () => randomBytes(32).toString("base64")
const base64 = (text: string) => Buffer.from(text).toString("base64")

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase(migrateDatabase)
})
afterAll(() => database.drop())

/** Starts the built server in production, with these settings besides good ones; until it listens or has ended. */
const start = async (change: Readonly<Record<string, string>>) => {
  const child = spawn(process.execPath, [main, "start", "--no-worker"], {
    env: {
      PATH: process.env.PATH ?? "",
      MTC_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      LOG_LEVEL: "silent",
      DATABASE_URL: database.url,
      KEYRING_FILE: keyringOf("good", random),
      SMTP_URL: "smtp://relay.example",
      PUBLIC_BASE_URL: "https://mtc.example",
      ...change
    },
    stdio: ["ignore", "pipe", "pipe"]
  })
  let said = ""
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text
  })
  const ended = once(child, "exit")
  const first = await Promise.race([once(child.stdout, "data"), ended])
  if (typeof first[0] !== "number") {
    child.kill("SIGTERM")
    await ended
    return { status: "started", said }
  }
  return { status: first[0], said }
}

/** The settings that a complaint names. */
const namedIn = (said: string) =>
  said
    .split("\n")
    .flatMap((line) => /^ {2}([A-Z_]+) /.exec(line)?.[1] ?? [])
    .toSorted()

const sameKey = random()
const aFile = join(folder, "a-file")
writeFileSync(aFile, "")

describe("the built server in production", () => {
  test("starts with a keyring that its group may read", async () => {
    expect(await start({ KEYRING_FILE: keyringOf("group", random, 0o640) })).toEqual({ status: "started", said: "" })
  })

  test.each([
    ["of zeros", keyringOf("zeros", () => Buffer.alloc(32).toString("base64")), "weak"],
    ["of words", keyringOf("words", (name) => base64(name.repeat(32).slice(0, 32))), "weak"],
    [
      "of bytes in a row",
      keyringOf("row", () => Buffer.from(Array.from({ length: 32 }, (_, at) => at)).toString("base64")),
      "weak"
    ],
    ["of six equal keys", keyringOf("equal", () => sameKey), "same key"],
    ["that others may read", keyringOf("others", random, 0o644), "chmod 640"],
    ["that its group may write", keyringOf("writers", random, 0o660), "chmod 640"],
    ["that is no keyring", aFile, "is not JSON"],
    [
      "that is JSON's null",
      (writeFileSync(`${aFile}.json`, "null", { mode: 0o600 }), `${aFile}.json`),
      "no encryption key"
    ]
  ])("does not start with a keyring %s, and names setting and fix", async (_, file, fix) => {
    const { said, status } = await start({ KEYRING_FILE: file })
    expect([status, namedIn(said)]).toEqual([1, ["KEYRING_FILE"]])
    expect(said).toContain(fix)
    expect(said).not.toContain(sameKey)
  })

  test.each([
    ["is not there", join(folder, "lettres")],
    ["is a file", aFile],
    ["cannot be there", join(aFile, "letters")]
  ])("does not start with a POST_DIR that %s, names setting and fix, and makes none", async (_, postDir) => {
    const { said, status } = await start({ POST_DIR: postDir })
    expect([status, said]).toEqual([1, expect.stringMatching(/^ {2}POST_DIR must name an existing folder/m)])
    expect(existsSync(join(folder, "lettres"))).toBe(false)
  })

  test("names all that is wrong at once: settings, files and folders, while the database is down", async () => {
    const bad = {
      PORT: "eighty",
      PUBLIC_BASE_URL: "http://mtc.example",
      ID_RANGES: "sandbox",
      KEYRING_FILE: keyringOf("all-zeros", () => Buffer.alloc(32).toString("base64")),
      POST_DIR: join(folder, "lettres"),
      RULESET: "mtc-1999",
      SMTP_URL: ""
    }
    const { said, status } = await start({ ...bad, DATABASE_URL: "postgres://127.0.0.1:9/mtc" })
    expect(status).toBe(1)
    expect(namedIn(said)).toEqual(Object.keys(bad).toSorted())
    const noFolder = { RULESET_DIR: join(folder, "no-rules"), POST_DIR: aFile }
    expect(namedIn((await start({ ...noFolder, DATABASE_URL: "postgres://127.0.0.1:9/mtc" })).said)).toEqual(
      Object.keys(noFolder).toSorted()
    )
  })

  test("does not start with settings that let anyone in or reach nobody: each is named, none is repeated", async () => {
    const bad = {
      TRUSTED_PROXIES: "0.0.0.0/0",
      SHARED_NETWORKS: "::/0",
      MAIL_FROM: "no-reply@mtc.example\r\nBcc: evil@evil.example",
      SMTP_URL: "smtp://",
      DATABASE_URL: "postgres://",
      SMS_URL: "http//sms.example",
      SMS_FROM: "MassTax\nConnect"
    }
    const { said, status } = await start(bad)
    expect(status).toBe(1)
    expect(namedIn(said)).toEqual(Object.keys(bad).toSorted())
    for (const value of Object.values(bad)) expect(said).not.toContain(`${value} `)
  })

  test("does not start with a HOST that no address of this machine has", async () => {
    const { said, status } = await start({ HOST: "192.0.2.1" })
    expect([status, said]).toEqual([1, expect.stringMatching(/^HOST /)])
  })

  test("makes keys that it starts with", async () => {
    const file = join(folder, "made.json")
    writeFileSync(file, JSON.stringify(newKeyringFile()), { mode: 0o600 })
    expect((await start({ KEYRING_FILE: file })).status).toBe("started")
  })
})

test.each([["start"], ["worker"]])(
  "%s ends well when it is asked to while its database does not answer",
  async (command) => {
    const silent = createServer().listen(0, "127.0.0.1")
    await once(silent, "listening")
    const connected = once(silent, "connection")
    const { port } = silent.address() as AddressInfo
    const child = spawn(process.execPath, [main, command], {
      env: { MTC_ENV: "development", PORT: "0", LOG_LEVEL: "silent", DATABASE_URL: `postgres://127.0.0.1:${port}/mtc` },
      cwd: folder,
      stdio: "ignore"
    })
    const ended = once(child, "exit")
    await connected
    child.kill("SIGTERM")
    // Ended by itself, not by the signal: the first process of a container is not ended by one that it does not hear.
    expect(await ended).toEqual([0, null])
    silent.close()
  }
)
