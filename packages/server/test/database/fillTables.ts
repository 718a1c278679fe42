import type pg from "pg"
import { valuesOf } from "../../src/database/columns.ts"
import { columnName, tables } from "./tables.ts"

interface Column {
  readonly table_name: string
  readonly column_name: string
  readonly data_type: string
}

const at = "2020-11-20T18:55:15.000Z"

/** Where a list of the schema has values, its first one. */
const values = new Map(
  tables.flatMap(({ columns, config }) =>
    columns.flatMap(([, column]) => {
      const [first] = valuesOf(column) ?? []
      return first === undefined ? [] : [[`${config.name}.${columnName(column)}`, first] as const]
    })
  )
)

const valueOf = ({ column_name, data_type, table_name }: Column, round: number): unknown => {
  const listed = values.get(`${table_name}.${column_name}`)
  switch (data_type) {
    case "uuid":
      return `00000000-0000-4000-8000-${String(round).padStart(12, "0")}`
    case "text":
      return listed ?? `round ${round}`
    case "ARRAY":
      return listed === undefined ? [] : [listed]
    case "jsonb":
      return "[]"
    case "bytea":
      return Buffer.from([round])
    case "boolean":
      return true
    case "integer":
    case "bigint":
      return round
    default:
      return at
  }
}

/** Columns that a round sets otherwise, by table and column. */
export type Otherwise = Readonly<Record<string, unknown>>

/**
 * Puts one row into every table that a database has now, with a value in each column; all ids of a round are the same one,
 * so that whatever refers to something finds it. Returns the names of the tables.
 */
export const fillTables = async (
  client: pg.Client,
  round: number,
  otherwise: Otherwise = {}
): Promise<ReadonlyArray<string>> => {
  const { rows } = await client.query<Column>(
    "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by ordinal_position"
  )
  // In any order: with its last row, every id is of something.
  await client.query("begin")
  await client.query("set local session_replication_role = replica")
  const names = [...new Set(rows.map(({ table_name }) => table_name))]
  for (const name of names) {
    const columns = rows.filter(({ table_name }) => table_name === name)
    const own = columns.map((column) => {
      const place = `${name}.${column.column_name}`
      return place in otherwise ? otherwise[place] : valueOf(column, round)
    })
    const into = columns.map(({ column_name }) => `"${column_name}"`).join(", ")
    const places = columns.map((_, index) => `$${index + 1}`).join(", ")
    await client.query(`insert into "${name}" (${into}) values (${places})`, own)
  }
  await client.query("commit")
  return names
}
