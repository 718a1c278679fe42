import { eq } from "drizzle-orm"
import { drizzle } from "drizzle-orm/node-postgres"
import pg from "pg"
import { recoveryCodeTable } from "./recoveryCodeTable.ts"

/** Ends the recovery codes of a database whose epoch is over: nobody is told that they have some that open nothing. */
export const endRecoveryCodes = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await drizzle(client, { casing: "snake_case" })
      .update(recoveryCodeTable)
      .set({ state: "replaced" })
      .where(eq(recoveryCodeTable.state, "open"))
  } finally {
    await client.end()
  }
}
