import pg from "pg"
import { describe, expect, inject, test } from "vitest"
import { freshDatabase } from "./freshDatabase.ts"

const query = async (url: string, sql: string): Promise<ReadonlyArray<Record<string, unknown>>> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe("a database for tests", () => {
  test("is a real PostgreSQL, 15 or newer", async () => {
    const [row] = await query(inject("databaseUrl"), "show server_version_num")
    expect(Number(row?.server_version_num)).toBeGreaterThanOrEqual(150_000)
  })

  test("is migrated once, and each suite writes into its own", async () => {
    let migrations = 0
    const migrate = async (url: string) => {
      migrations += 1
      await query(url, "create table letter (id int primary key)")
    }
    const [one, other] = await Promise.all([freshDatabase(migrate, "harness"), freshDatabase(migrate, "harness")])
    await query(one.url, "insert into letter values (1)")

    expect(migrations).toBe(1)
    expect(await query(one.url, "select id from letter")).toEqual([{ id: 1 }])
    expect(await query(other.url, "select id from letter")).toEqual([])
    await Promise.all([one.drop(), other.drop()])
  })

  test("is gone after drop, even while somebody is connected", async () => {
    const database = await freshDatabase(async () => undefined, "empty")
    const idle = new pg.Client({ connectionString: database.url })
    idle.on("error", () => undefined)
    await idle.connect()
    await database.drop()
    await expect(query(database.url, "select 1")).rejects.toThrow(/does not exist/)
  })

  test("whose migration fails says so, and is made anew by the next suite", async () => {
    const broken = freshDatabase(() => Promise.reject(new Error("no such column")), "broken")
    await expect(broken).rejects.toThrow("no such column")
    const database = await freshDatabase((url) => query(url, "create table letter (id int)"), "broken")
    expect(await query(database.url, "select id from letter")).toEqual([])
    await database.drop()
  })
})
