import { globSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { getTableColumns, is } from "drizzle-orm"
import { getTableConfig, PgTable } from "drizzle-orm/pg-core"
import type { PgColumn } from "drizzle-orm/pg-core"

const folder = fileURLToPath(new URL("../../src/database/", import.meta.url))

const modules: ReadonlyArray<Readonly<Record<string, unknown>>> = await Promise.all(
  globSync("*Table.ts", { cwd: folder }).map((file) => import(`${folder}${file}`))
)

/** Every table of the schema, with what the database holds of it. */
export const tables = modules
  .flatMap((each) => Object.values(each))
  .filter((each) => is(each, PgTable))
  .map((table) => ({ table, columns: Object.entries(getTableColumns(table)), config: getTableConfig(table) }))

/** The name that a column has in the database: the schema gives it no other. */
export const columnName = ({ name }: PgColumn): string =>
  name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
