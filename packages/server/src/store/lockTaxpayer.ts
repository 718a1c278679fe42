import { sql } from "drizzle-orm"
import type { Effect } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"

/**
 * Lets one transaction at a time decide about a taxpayer, whether it is on file or not; until the transaction ends.
 *
 * **Gotchas**
 *
 * First in the order of locks: taxpayer, letter, logon, activation code, security code, device, grant, request.
 */
export const lockTaxpayer = (tx: Db, taxpayerDigest: string): Effect.Effect<unknown> =>
  query(tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${taxpayerDigest}, 0))`))
