import type { AccessChange } from "@mtc-logon/core/access"
import { and, eq, inArray } from "drizzle-orm"
import { Effect } from "effect"
import { accessGrantTable as grants, registrationLockTable as locks } from "../database/accessGrantTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"

/**
 * Stores what changes in who has access to a taxpayer; `owners` are its digests. The taxpayer is locked before.
 *
 * @rule D-25 @rule D-37 @rule D-62
 */
export const storeAccess = Effect.fnUntraced(function* (
  tx: Db,
  owners: ReadonlyArray<string>,
  { ends, promotes, suspends }: AccessChange,
  at: Date
) {
  if (ends.length > 0) {
    const ended = yield* query(
      tx
        .update(grants)
        .set({ state: "ended", endedAt: at })
        .where(inArray(grants.id, [...ends]))
        .returning({ logonId: grants.logonId })
    )
    const theirs = inArray(
      locks.logonId,
      ended.map(({ logonId }) => logonId)
    )
    yield* query(tx.delete(locks).where(and(inArray(locks.taxpayerDigest, [...owners]), theirs)))
  }
  if (suspends !== null) {
    yield* query(tx.update(grants).set({ state: "suspended" }).where(eq(grants.id, suspends)))
  }
  if (promotes !== null) {
    const heir = { role: "MasterAdministrator", scope: "all", effectiveAt: at } as const
    yield* query(tx.update(grants).set(heir).where(eq(grants.id, promotes)))
  }
})
