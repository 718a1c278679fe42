import { globSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { sensitivityOf, valuesOf } from "../../src/database/columns.ts"
import { migrateDatabase } from "../../src/database/migrate.ts"
import { freshDatabase } from "../../../../tests/harness/freshDatabase.ts"
import { fillTables } from "./fillTables.ts"
import { columnName, tables } from "./tables.ts"

const named = tables.map(({ config, ...rest }) => ({ name: config.name, config, ...rest }))
const enumerations = named.flatMap(({ columns, name }) =>
  columns.flatMap(([, column]) => (valuesOf(column) === undefined ? [] : [{ table: name, column: columnName(column) }]))
)
const references = named.flatMap(({ config, name }) =>
  config.foreignKeys.map((key) => {
    const { columns, foreignTable } = key.reference()
    const parent = named.find(({ table }) => table === foreignTable)!.name
    return { table: name, column: columnName(columns[0]!), parent, onDelete: key.onDelete ?? "no action" }
  })
)

describe("the database", () => {
  let client: pg.Client
  let drop: () => Promise<void>
  beforeAll(async () => {
    const database = await freshDatabase(migrateDatabase)
    drop = database.drop
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await fillTables(client, 1)
  })
  afterAll(async () => {
    await client.end()
    await drop()
  })

  /** What a statement runs into; the rows stay as they were. */
  const refusalOf = async (statement: string) => {
    await client.query("begin")
    try {
      await client.query(statement)
      return "nothing"
    } catch (error) {
      const { code, constraint } = error as { readonly code: string; readonly constraint?: string }
      return `${code} ${constraint ?? ""}`
    } finally {
      await client.query("rollback")
    }
  }

  test.each(enumerations)("refuses a value of $table.$column that no list has", async ({ column, table }) => {
    const isList = named.some(
      ({ columns, name }) =>
        name === table && columns.some(([, each]) => columnName(each) === column && "baseColumn" in each)
    )
    const value = isList ? "array['nonsense']" : "'nonsense'"
    expect(await refusalOf(`update "${table}" set "${column}" = ${value}`)).toBe(`23514 ${table}_${column}_check`)
  })

  test.each(references)("refuses a $table whose $column is of no $parent", async ({ column, parent, table }) => {
    const nobody = "00000000-0000-4000-8000-00000000dead"
    const constraint = `${table}_${column}_${parent}_id_fk`
    expect(await refusalOf(`update "${table}" set "${column}" = '${nobody}'`)).toBe(`23503 ${constraint}`)
  })

  test.each(references.filter(({ onDelete }) => onDelete === "no action"))(
    "keeps a $parent that a $table names by $column",
    async ({ parent }) => {
      expect(await refusalOf(`delete from "${parent}"`)).toMatch(/^23503 /u)
    }
  )

  test("lets a device go with its tokens, and its sessions go on without it", async () => {
    await client.query("begin")
    await client.query(`delete from "trusted_device"`)
    const tokens = await client.query(`select from "trusted_device_token"`)
    const sessions = await client.query(`select "device_id" from "session"`)
    await client.query("rollback")
    expect(tokens.rowCount).toBe(0)
    expect(sessions.rows).toEqual([{ device_id: null }])
  })

  test("holds every id of a logon, but those of what a partition or a digest names", () => {
    const ids = named.flatMap(({ columns, name }) =>
      columns.flatMap(([key, column]) =>
        key.endsWith("Id") && column.columnType === "PgUUID" ? [[name, columnName(column)]] : []
      )
    )
    const free = ids.filter(([name, id]) => !references.some(({ column, table }) => table === name && column === id))
    expect(free.map((each) => each.join("."))).toEqual([
      "decision.attempt_id",
      "decision.api_key_id",
      "logon_request.decision_id"
    ])
    expect(references.filter(({ parent }) => ["audit", "decision"].includes(parent))).toEqual([])
  })
})

describe("a column", () => {
  const columns = named.flatMap(({ columns, name }) => columns.map(([key, column]) => ({ name, key, column })))

  test("of free text says how it is kept", () => {
    const free = columns.filter(
      ({ column }) => valuesOf(column) === undefined && /^Pg(?:Text|Array|CustomColumn)$/u.test(column.columnType)
    )
    expect(free.length).toBeGreaterThan(50)
    expect(
      free.filter(({ column }) => sensitivityOf(column) === undefined).map(({ key, name }) => `${name}.${key}`)
    ).toEqual([])
  })

  test("with a digest or a hash of something secret is secret", () => {
    const isOpen = ({ column, key }: (typeof columns)[number]) =>
      /(?:Digest|passwordHash|AnswerHash|pinHash)$/u.test(key) && sensitivityOf(column) !== "secret"
    expect(columns.filter(isOpen)).toEqual([])
  })

  test("that is sealed is bytes, and what the server seals is sealed", () => {
    const sealed = new Set(
      columns.flatMap(({ column, name }) =>
        sensitivityOf(column) === "sealed" ? [`${name}.${columnName(column)}`] : []
      )
    )
    const server = fileURLToPath(new URL("../../src/", import.meta.url))
    const places = globSync("**/*.ts", { cwd: server }).flatMap((file) =>
      Array.from(
        readFileSync(`${server}${file}`, "utf8").matchAll(/table: "(\w+)", column: "(\w+)"/gu),
        ([, table, column]) => `${table}.${column}`
      )
    )
    expect(places.length).toBeGreaterThan(5)
    expect(places.filter((place) => !sealed.has(place))).toEqual([])
  })
})
