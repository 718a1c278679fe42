import { sql } from "drizzle-orm"
import type { Effect } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"

/**
 * Lets one transaction at a time decide about a taxpayer, whether it is on file or not; until the transaction ends.
 *
 * **Details**
 *
 * `key` is the taxpayer's digest under the key in force, whatever key a row's digest was made with: `taxpayerOfGrant` and
 * `lockOfDraft` give it, and `Digests.ofTaxpayer`. Who locks several takes them sorted.
 *
 * **Gotchas**
 *
 * The order of locks, for everybody: taxpayers, letter, logons by id, draft or request. Who has access, the contest and the
 * registration lock are changed under the taxpayer's lock alone.
 */
export const lockTaxpayer = (tx: Db, key: string): Effect.Effect<unknown> =>
  query(tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`))
