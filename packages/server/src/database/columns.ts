import { getTableColumns, is, sql } from "drizzle-orm"
import { check, customType, PgArray, pgTable, timestamp } from "drizzle-orm/pg-core"
import type { BuildExtraConfigColumns } from "drizzle-orm/column-builder"
import type { PgColumn, PgColumnBuilderBase, PgTableExtraConfigValue } from "drizzle-orm/pg-core"

/**
 * How a column is to be kept.
 *
 * **Details**
 *
 * `open`: reveals nothing of a person. `personal`: reveals something of a person, kept in clear because the server must
 * search or show it; never logged. `secret`: a keyed digest or a hash; never logged or returned. `sealed`: encrypted.
 */
export type Sensitivity = "open" | "personal" | "secret" | "sealed"

const marks = new WeakMap<object, Sensitivity>()
const sensitivities = new WeakMap<PgColumn, Sensitivity>()

const marking =
  (sensitivity: Sensitivity) =>
  <B extends PgColumnBuilderBase>(column: B): B => {
    marks.set(column, sensitivity)
    return column
  }

/** Free text that reveals nothing of a person: a column of another type is open unless it is marked. */
export const open = marking("open")

export const personal = marking("personal")

export const secret = marking("secret")

/** Ciphertext of `secrets/encrypt`: version of the key, IV, text and tag. */
export const sealed = () =>
  marking("sealed")(customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" })())

/** An instant, in milliseconds. Always given as a parameter taken from `Clock`: no `now()` stands in any statement. */
export const instant = () => timestamp({ withTimezone: true, mode: "date", precision: 3 })

/** How a column is to be kept; undefined: nobody has said it. */
export const sensitivityOf = (column: PgColumn): Sensitivity | undefined => sensitivities.get(column)

/** The values that a column may have; undefined: any of its type. */
export const valuesOf = (column: PgColumn): ReadonlyArray<string> | undefined =>
  is(column, PgArray) ? column.baseColumn.enumValues : column.enumValues

const snake = (name: string) => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)

/** A check for each column with a list of values: the list stands in the column alone. */
const checksOf = (name: string, columns: Readonly<Record<string, PgColumn>>) =>
  Object.entries(columns).flatMap(([key, column]) => {
    const values = valuesOf(column)
    if (values === undefined) return []
    const list = sql.raw(values.map((value) => `'${value}'`).join(", "))
    const isOne = is(column, PgArray) ? sql`${column} <@ array[${list}]::text[]` : sql`${column} in (${list})`
    return [check(`${name}_${snake(key)}_check`, isOne)]
  })

/** A table whose columns say how they are kept, and whose enumerations the database holds. @adr 0044 */
export const table = <N extends string, C extends Record<string, PgColumnBuilderBase>>(
  name: N,
  columns: C,
  more: (own: BuildExtraConfigColumns<N, C, "pg">) => ReadonlyArray<PgTableExtraConfigValue> = () => []
) => {
  const built: Record<string, PgColumn> = {}
  const made = pgTable(name, columns, (own) => [...more(own), ...checksOf(name, built)])
  for (const [key, column] of Object.entries<PgColumn>(getTableColumns(made))) {
    built[key] = column
    const sensitivity = marks.get(columns[key]!)
    if (sensitivity !== undefined) sensitivities.set(column, sensitivity)
  }
  return made
}
