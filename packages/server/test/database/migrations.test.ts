import { execFileSync } from "node:child_process"
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { readMigrationFiles } from "drizzle-orm/migrator"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { migrationsFolder } from "../../src/database/migrate.ts"
import { freshDatabase } from "../../../../tests/harness/freshDatabase.ts"
import { fillTables } from "./fillTables.ts"

const server = fileURLToPath(new URL("../..", import.meta.url))

test("the committed migrations make exactly the tables", () => {
  const folder = mkdtempSync(join(server, "node_modules/.migrations-"))
  try {
    cpSync(migrationsFolder, folder, { recursive: true })
    const before = readdirSync(folder).sort()
    const options = ["--dialect=postgresql", "--schema=./src/database/*Table.ts", "--casing=snake_case"]
    const out = `--out=${folder.slice(server.length)}`
    execFileSync(join(server, "node_modules/.bin/drizzle-kit"), ["generate", ...options, out], { cwd: server })
    expect(readdirSync(folder).sort()).toEqual(before)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/**
 * What rows of older releases may say: a contest of a second registration, the role of a logon that is frozen, the code of
 * a new logon that names no grant yet.
 */
const older = {
  "contest.because": "second-registration",
  "contest.ended_at": null,
  "logon.status": "frozen",
  "access_grant.state": "effective",
  "not_me_code.part": "logon"
}

/** The round whose device was purged before there were references. */
const purged = 5
const idOf = (round: number) => `00000000-0000-4000-8000-${String(round).padStart(12, "0")}`

describe("a database whose every release left a row in each of its tables", () => {
  const migrations = readMigrationFiles({ migrationsFolder })
  const roundOf = (tag: string) =>
    readdirSync(migrationsFolder)
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .findIndex((file) => file.startsWith(tag)) + 1
  /** How many rows each table was given. */
  const filled = new Map<string, number>()
  let client: pg.Client
  let drop: () => Promise<void>
  const rows = async (text: string) => (await client.query(text)).rows
  beforeAll(async () => {
    const database = await freshDatabase(() => Promise.resolve(), "empty")
    drop = database.drop
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    for (const [index, { sql: statements }] of migrations.entries()) {
      for (const statement of statements) await client.query(statement)
      const round = index + 1
      // From then on nothing writes what is over: a row of now is as the schema says.
      const names = await fillTables(client, round, round < roundOf("0007") ? older : {})
      for (const name of names) filled.set(name, (filled.get(name) ?? 0) + 1)
      if (round === 11) {
        await client.query(`delete from trusted_device where id = '${idOf(purged)}'`)
      }
    }
  })
  afterAll(async () => {
    await client.end()
    await drop()
  })

  test("keeps each of them through every later migration", async () => {
    // The device that was purged, and its token; 0001 forgot devices, whose tokens were not kept yet.
    const gone = (name: string) => ({ trusted_device: 2, trusted_device_token: 1 })[name] ?? 0
    for (const [name, count] of filled)
      expect([name, (await rows(`select from "${name}"`)).length]).toEqual([name, count - gone(name)])
    expect(filled.size).toBeGreaterThan(30)
  })

  test("0006: a letter of a lock is one about amounts", async () => {
    const told = await rows(`select distinct kind from lock_letter`)
    expect(told).toEqual([{ kind: "amount" }])
  })

  test("0007: contests of a second registration are over, frozen logons have no role, codes of a logon name its grant", async () => {
    expect(await rows("select from contest where because = 'second-registration' and ended_at is null")).toEqual([])
    const roles = await rows(
      "select distinct g.state from access_grant g join logon l on l.id = g.logon_id where l.status = 'frozen'"
    )
    expect(roles).toEqual([{ state: "suspended" }])
    expect(await rows("select from not_me_code where part = 'logon' and grant_id is distinct from logon_id")).toEqual(
      []
    )
    expect(
      await rows("select distinct channel, counted from not_me_code n, letter l where n.id = l.id")
    ).toContainEqual({
      channel: "email",
      counted: true
    })
  })

  test("0008 to 0010: a logon begins at version 0, a grant has no claim yet, nobody has opened amounts", async () => {
    const first = idOf(1)
    expect(await rows(`select version from logon where id = '${first}'`)).toEqual([{ version: 0 }])
    expect(await rows(`select claim from access_grant where id = '${first}'`)).toEqual([{ claim: null }])
    expect((await rows("select from amount_opening")).length).toBeLessThan(migrations.length - 9)
  })

  test("0012: what belonged to a device that was purged is in order", async () => {
    expect(await rows(`select device_id from session where logon_id = '${idOf(purged)}'`)).toEqual([
      { device_id: null }
    ])
    expect(await rows(`select from trusted_device_token where device_id = '${idOf(purged)}'`)).toEqual([])
  })
})
