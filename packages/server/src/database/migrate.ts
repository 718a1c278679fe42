import { fileURLToPath } from "node:url"
import { eq } from "drizzle-orm"
import { migrate as migrateEmbedded } from "drizzle-orm/pglite/migrator"
import { drizzle as drizzleEmbedded } from "drizzle-orm/pglite"
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres"
import { migrate as migratePostgres } from "drizzle-orm/node-postgres/migrator"
import type { PGlite } from "@electric-sql/pglite"
import pg from "pg"
import { recoveryCodeTable } from "./logonTable.ts"

/**
 * Uses a connection of its own to PostgreSQL, and ends it.
 *
 * **Gotchas**
 *
 * A connection that breaks says so as an event, which ends the process where nobody hears it; the next statement fails too.
 */
export const withClient = async <A>(databaseUrl: string, use: (client: pg.Client) => Promise<A>): Promise<A> => {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  client.on("error", () => {})
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** Folder of the committed migrations. */
export const migrationsFolder = fileURLToPath(new URL("migrations", import.meta.url))

/** Any number that nothing else locks: processes that start together migrate one after the other. */
const lockNumber = 6_377_001

/** Brings a PostgreSQL database to the tables of this version. */
export const migrateDatabase = (databaseUrl: string): Promise<void> =>
  withClient(databaseUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [lockNumber])
    await migratePostgres(drizzlePostgres(client, { casing: "snake_case" }), { migrationsFolder })
  })

/** The same for the embedded database, which its folder lock keeps to one process. */
export const migrateEmbeddedDatabase = (pglite: PGlite): Promise<void> =>
  migrateEmbedded(drizzleEmbedded(pglite, { casing: "snake_case" }), { migrationsFolder })

/** Ends the recovery codes of a database whose epoch is over: nobody is told that they have some that open nothing. */
export const endRecoveryCodes = (databaseUrl: string): Promise<void> =>
  withClient(databaseUrl, async (client) => {
    await drizzlePostgres(client, { casing: "snake_case" })
      .update(recoveryCodeTable)
      .set({ state: "replaced" })
      .where(eq(recoveryCodeTable.state, "open"))
  })
