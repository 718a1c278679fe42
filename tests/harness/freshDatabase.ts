import { randomBytes } from "node:crypto"
import pg from "pg"
import { inject } from "vitest"
import "./provided.ts"

/** A database of its own for one suite. */
export interface FreshDatabase {
  readonly url: string
  /** Ends every connection to it and removes it. */
  readonly drop: () => Promise<void>
}

const urlOf = (name: string): string => {
  const url = new URL(inject("databaseUrl"))
  url.pathname = `/${name}`
  return url.href
}

const asAdministrator = async <A>(use: (client: pg.Client) => Promise<A>): Promise<A> => {
  const client = new pg.Client({ connectionString: inject("databaseUrl") })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** Makes the migrated template unless a suite of this run has made it; the others wait at the lock. */
const makeTemplate = (name: string, migrate: (url: string) => Promise<unknown>): Promise<void> =>
  asAdministrator(async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [name])
    const { rows } = await client.query("select datistemplate from pg_database where datname = $1", [name])
    if (rows[0]?.datistemplate === true) return
    await client.query(`drop database if exists "${name}" with (force)`)
    await client.query(`create database "${name}"`)
    await migrate(urlOf(name))
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [name])
    await client.query(`alter database "${name}" is_template true`)
  })

/**
 * Makes a database from a migrated template, about 0.2 s each after the first.
 *
 * **Details**
 *
 * `migrate` gets the URL of an empty database, once a run for each `template` name; it closes its own connections.
 * Needs the global set-up `tests/harness/postgres.ts` (projects `server` and `tests` have it).
 *
 * @example
 * const database = await freshDatabase(migrateDatabase)
 * afterAll(() => database.drop())
 */
export const freshDatabase = async (
  migrate: (url: string) => Promise<unknown>,
  template = "migrated"
): Promise<FreshDatabase> => {
  const run = inject("databaseRun")
  const source = `mtc_${run}_${template}`
  await makeTemplate(source, migrate)

  const name = `mtc_${run}_${randomBytes(5).toString("hex")}`
  await asAdministrator((client) => client.query(`create database "${name}" template "${source}"`))
  return {
    url: urlOf(name),
    drop: () =>
      asAdministrator(async (client) => {
        await client.query(`drop database if exists "${name}" with (force)`)
      })
  }
}
