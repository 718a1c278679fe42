import { eq } from "drizzle-orm"
import { drizzle } from "drizzle-orm/node-postgres"
import { recoveryCodeTable } from "./logonTable.ts"
import { withClient } from "./withClient.ts"

/** Ends the recovery codes of a database whose epoch is over: nobody is told that they have some that open nothing. */
export const endRecoveryCodes = (databaseUrl: string): Promise<void> =>
  withClient(databaseUrl, async (client) => {
    await drizzle(client, { casing: "snake_case" })
      .update(recoveryCodeTable)
      .set({ state: "replaced" })
      .where(eq(recoveryCodeTable.state, "open"))
  })
