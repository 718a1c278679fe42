import { execFile } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { keyCommands } from "../../packages/server/src/keyCommands.ts"
import { migrateDatabase } from "../../packages/server/src/database/migrate.ts"
import { readCommand } from "../../packages/server/src/readCommand.ts"
import { makeKeyringFile } from "../../packages/server/src/secrets/Keyring.ts"
import { sandboxKey, seedSandbox } from "../../packages/server/src/dev/seedSandbox.ts"
import { freshDatabase } from "../harness/freshDatabase.ts"
import type { FreshDatabase } from "../harness/freshDatabase.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { visitorOf } from "./visitorOf.ts"

const run = promisify(execFile)
const main = join(import.meta.dirname, "../../packages/server/dist/main.js")
const simulation = { question: "password", mode: "simulation", facts: {} }

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const keys = async (...args: ReadonlyArray<string>) => {
  const asked = readCommand(["keys", ...args])
  if (!("word" in asked) || !asked.command.startsWith("keys "))
    return { problem: "problem" in asked ? asked.problem : "" }
  return house.runtime.runPromise(keyCommands[asked.command as keyof typeof keyCommands](asked))
}
const linesOf = async (...args: ReadonlyArray<string>) => {
  const done = await keys(...args)
  return "lines" in done ? done.lines : [done.problem]
}
const askWith = async (token: string) =>
  (await visitorOf(house).call("POST", "/v1/decisions", { token, body: simulation })).status

describe("the keys of applications", () => {
  test("are printed once, open what they say, are listed without themselves, and end when they are revoked", async () => {
    const [first = "", second = ""] = await linesOf("create", "--scope", "simulate,decide", "--name", "Refund desk")
    const [id, key] = [first.replace("id ", ""), second.replace("key ", "")] as const
    expect(key).toMatch(/^mtck_[\w-]{43}$/)
    expect(await askWith(key)).toBe(200)
    const listed = await linesOf("list")
    expect(listed).toEqual([`${id}  simulate,decide  2020-11-20T18:55:15.000Z  valid  Refund desk`])
    expect(await linesOf("revoke", id)).toEqual([`revoked ${id}`])
    expect(await askWith(key)).toBe(401)
    expect(await linesOf("list")).toEqual([expect.stringContaining("revoked 2020-11-20T18:55:15.000Z")])
    expect(await keys("revoke", id)).toHaveProperty("problem")
    expect((await house.audit()).map(({ type }) => type)).toEqual(["ApiKeyCreated", "ApiKeyRevoked"])
  })

  test("of the sandbox, once revoked, stay so at the next start, and the log says it", async () => {
    const start = () => house.runtime.runPromise(seedSandbox([]))
    const warned = () => house.lines.filter((line) => line.includes("The sandbox key was revoked"))
    await start()
    await start()
    expect([warned(), await askWith(sandboxKey)]).toEqual([[], 200])
    const id = (await linesOf("list")).find((line) => line.endsWith("Sandbox"))!.split(" ")[0]!
    await keys("revoke", id)
    await start()
    expect(await askWith(sandboxKey)).toBe(401)
    expect(warned().map((line) => JSON.parse(line))).toMatchObject([{ level: 40, id }])
    expect(warned().join("")).not.toContain(sandboxKey)
  })

  test.each([
    [["make"], /^Use keys with create, list, revoke/],
    [["lst"], /Did you mean keys list\?/],
    [["create", "--name", "x"], /^--scope must be/],
    [["create", "--scope", "all", "--name", "x"], /^--scope must be/],
    [["create", "--scope", "simulate"], /^--name must name/],
    [["create", "--colour", "mauve"], /^keys create has no flag --colour/],
    [["list", "--scope", "simulate"], /^keys list has no flag --scope/],
    [["list", "all"], /^Too many words after keys list/],
    [["revoke"], /^keys revoke needs the id of a key/],
    [["revoke", "nobody's"], /^No valid key/]
  ])("are asked for as %j is not", async (args, said) => {
    expect(await keys(...args)).toEqual({ problem: expect.stringMatching(said) })
  })
})

describe("the command, as it is built", () => {
  const folder = mkdtempSync(join(tmpdir(), "mtc-logon-keys-"))
  const keyringFile = join(folder, "keyring.json")
  let database: FreshDatabase
  beforeAll(async () => {
    makeKeyringFile(keyringFile)
    database = await freshDatabase(migrateDatabase)
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await database.drop()
  })
  /** With the two settings that it uses: no relay, no address, no origin. */
  const command = (...args: ReadonlyArray<string>) =>
    run(process.execPath, [main, ...args], { env: { DATABASE_URL: database.url, KEYRING_FILE: keyringFile } })

  test("needs the database and the keys and nothing else: it says that there is no key, prints one, lists it", async () => {
    expect((await command("keys", "list")).stdout).toBe(
      "There are no API keys. To create one, see: keys create --help\n"
    )
    const { stdout } = await command("keys", "create", "--scope", "staff", "--name", "Call centre")
    expect(stdout).toMatch(/^id [\da-f-]{36}\nkey mtck_[\w-]{43}\n/)
    const listed = await command("keys", "list")
    expect(listed.stdout).toMatch(/^[\da-f-]{36} {2}staff .* Call centre\n$/)
    expect(listed.stdout).not.toContain("mtck_")
    expect((await command("verify-audit")).stdout).toMatch(/^The audit trail is intact: 1 row\./)
  })

  test("says what is wrong, and ends with 1", async () => {
    const failed = await command("keys", "create").catch((failure: { code: number; stderr: string }) => failure)
    expect(failed).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^--scope must be .*\n--name must name .*\n$/)
    })
  })

  test("without its settings names these, and no other", async () => {
    const failed = await run(process.execPath, [main, "keys", "list"], { env: {} }).catch((failure) => failure)
    expect(failed.stderr.match(/^ {2}[A-Z_]+/gm)).toEqual(["  DATABASE_URL", "  KEYRING_FILE"])
  })
})

test("the key of the sandbox has the form of a key", () => {
  expect(sandboxKey).toMatch(/^mtck_[\w-]{43}$/)
})
