import { execFile } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import pg from "pg"
import { describe, expect, test } from "vitest"
import { freshDatabase } from "../harness/freshDatabase.ts"

const run = promisify(execFile)
const main = join(import.meta.dirname, "../../packages/server/dist/main.js")
const migrate = (env: Readonly<Record<string, string>>) => run(process.execPath, [main, "migrate"], { env })

describe("the command migrate, as it is built", () => {
  test("needs the database and nothing else: no keys, no relay, no address", async () => {
    const database = await freshDatabase(async () => {}, "empty")
    const { stdout } = await migrate({ DATABASE_URL: database.url })
    expect(stdout).toBe("The database is up to date.\n")
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    const { rows } = await client.query("select to_regclass('logon_request') as found")
    await client.end()
    await database.drop()
    expect(rows).toEqual([{ found: "logon_request" }])
  })

  test.each([
    [{}, "DATABASE_URL must be the address of the database to migrate"],
    [{ DATABASE_URL: "mysql://db.example/mtc" }, "DATABASE_URL must be an address with a host and a database"],
    [
      { DATABASE_URL: "postgres://127.0.0.1:9/mtc" },
      /cannot use DATABASE_URL \(ECONNREFUSED\)\. Nothing listens at its host and port: start PostgreSQL/
    ],
    [{ DATABASE_URL: "postgres://db.invalid/mtc" }, /cannot use DATABASE_URL \((?:ENOTFOUND|EAI_AGAIN)\)\. .* host/]
  ])("with %o names the setting and ends with 1", async (env, said) => {
    await expect(migrate(env)).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(said) })
  })

  test("says that the database does not exist, or that its user or password is wrong, and what to do", async () => {
    const database = await freshDatabase(async () => {}, "empty")
    const elsewhere = new URL(database.url)
    elsewhere.pathname = "/no_such_database"
    await expect(migrate({ DATABASE_URL: elsewhere.href })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The server cannot use DATABASE_URL \(3D000\)\. .*create it \(createdb <name>\)/)
    })
    const stranger = new URL(database.url)
    stranger.username = "no_such_user"
    stranger.password = "hush"
    const refused = await migrate({ DATABASE_URL: stranger.href }).catch((failure) => failure)
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The server cannot use DATABASE_URL \(28(?:P01|000)\)\. .* correct/)
    })
    expect(refused.stderr).not.toMatch(/hush|no_such/)
    await database.drop()
  })
})
