import { execFile } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { keyCommands } from "../../packages/server/src/keyCommands.ts"
import { sandboxKey, seedSandbox } from "../../packages/server/src/dev/seedSandbox.ts"
import { openHouse } from "./openHouse.ts"
import type { House } from "./openHouse.ts"
import { visitorOf } from "./visitorOf.ts"

const run = promisify(execFile)
const main = join(import.meta.dirname, "../../packages/server/src/main.ts")
const simulation = { question: "password", mode: "simulation", facts: {} }

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const keys = (...args: ReadonlyArray<string>) => house.runtime.runPromise(keyCommands(args))
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
    const warned = () => house.lines.filter((line) => line.includes("The key of the sandbox was revoked"))
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
    [[], /^Use keys with/],
    [["make"], /^Use keys with/],
    [["create", "--name", "x"], /^--scope must be/],
    [["create", "--scope", "all", "--name", "x"], /^--scope must be/],
    [["create", "--scope", "simulate"], /^--name must name/],
    [["create", "--colour", "mauve"], /^Use keys with/],
    [["revoke"], /^Use keys with/],
    [["revoke", "nobody's"], /^There is no key/]
  ])("are asked for as %j is not", async (args, said) => {
    expect(await keys(...args)).toEqual({ problem: expect.stringMatching(said) })
  })
})

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "mtc-logon-keys-"))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const env = {
    ...process.env,
    MTC_ENV: "development",
    ID_RANGES: "sandbox",
    DATA_DIR: folder,
    LOG_LEVEL: "silent"
  }
  const command = (...args: ReadonlyArray<string>) =>
    run(process.execPath, ["--conditions=source", main, ...args], { env })

  test("prints a key, and lists it beside the sandbox's", async () => {
    const { stdout } = await command("keys", "create", "--scope", "staff", "--name", "Call centre")
    expect(stdout).toMatch(/^id [\da-f-]{36}\nkey mtck_[\w-]{43}\n/)
    const listed = await command("keys", "list")
    expect(listed.stdout).toMatch(/ simulate,decide,staff .* Sandbox\n.* staff .* Call centre\n$/s)
    expect(listed.stdout).not.toContain("mtck_")
  })

  test("says what is wrong, and ends with 1", async () => {
    const failed = await command("keys", "create").catch((failure: { code: number; stderr: string }) => failure)
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining("--name") })
  })

  test("is in the help", async () => {
    const { stdout } = await command("--help")
    expect(stdout).toContain("keys create --scope <scopes> --name <application>")
    expect(stdout).toContain("RULESET_DIR")
  })
})

test("the key of the sandbox has the form of a key", () => {
  expect(sandboxKey).toMatch(/^mtck_[\w-]{43}$/)
})
