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
    expect(stdout).toBe("The database has the tables of this version.\n")
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    const { rows } = await client.query("select to_regclass('logon_request') as found")
    await client.end()
    await database.drop()
    expect(rows).toEqual([{ found: "logon_request" }])
  })

  test.each([
    [{}, "DATABASE_URL must be the address of the database to migrate"],
    [{ DATABASE_URL: "mysql://db.example/mtc" }, "DATABASE_URL must be a postgres:// or postgresql:// address"],
    [{ DATABASE_URL: "postgres://127.0.0.1:9/mtc" }, "DATABASE_URL cannot be used (ECONNREFUSED)"]
  ])("with %o names the setting and ends with 1", async (env, said) => {
    await expect(migrate(env)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(said) })
  })
})
