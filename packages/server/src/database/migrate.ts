import { fileURLToPath } from "node:url"
import { migrate as migrateEmbedded } from "drizzle-orm/pglite/migrator"
import { drizzle as drizzleEmbedded } from "drizzle-orm/pglite"
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres"
import { migrate as migratePostgres } from "drizzle-orm/node-postgres/migrator"
import type { PGlite } from "@electric-sql/pglite"
import { withClient } from "./withClient.ts"

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
