import { randomBytes } from "node:crypto"
import pg from "pg"
import { inject } from "vitest"
import type { FreshDatabase } from "./freshDatabase.ts"
import "./provided.ts"

/**
 * A copy of a whole database, file by file, as a dump is: rows, sequences, jobs that wait.
 *
 * **Gotchas**
 *
 * Whoever used the database has closed it. `pg_dump` is not among what the npm package brings, and an installed one refuses a
 * server that is newer: the server copies its files itself.
 */
export const copyDatabase = async (url: string): Promise<FreshDatabase> => {
  const name = `mtc_${inject("databaseRun")}_${randomBytes(5).toString("hex")}`
  const asAdministrator = async (statement: string) => {
    const client = new pg.Client({ connectionString: inject("databaseUrl") })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  const source = new URL(url).pathname.slice(1)
  await asAdministrator(`create database "${name}" template "${source}" strategy file_copy`)
  const copy = new URL(url)
  copy.pathname = `/${name}`
  return { url: copy.href, drop: () => asAdministrator(`drop database if exists "${name}" with (force)`) }
}
