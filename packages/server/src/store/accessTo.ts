import type { TaxpayerAccess } from "@mtc-logon/core/access"
import { and, asc, inArray, isNull, ne } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { accessGrantTable as grants, contestTable as contests } from "../database/accessGrantTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"

/** Who has access to a taxpayer by a proof of their own, oldest first, and the contest between them. @rule D-25 @rule D-60 */
export const accessTo = Effect.fnUntraced(function* (on: Db, owners: ReadonlyArray<string>) {
  const isOwn = and(
    inArray(grants.taxpayerDigest, [...owners]),
    ne(grants.state, "ended"),
    ne(grants.evidence, "grant")
  )
  const held = yield* query(on.select().from(grants).where(isOwn).orderBy(asc(grants.createdAt), asc(grants.id)))
  const [open] = yield* query(
    on
      .select()
      .from(contests)
      .where(and(inArray(contests.taxpayerDigest, [...owners]), isNull(contests.endedAt)))
      .orderBy(asc(contests.openedAt))
  )
  return {
    accesses: held.flatMap(({ evidence, id, logonId, role, state }) =>
      evidence === "grant" || state === "ended" ? [] : [{ grantId: id, logonId, role, evidence, state }]
    ),
    contest: open === undefined ? null : { openSince: DateTime.fromDateUnsafe(open.openedAt), endedBy: open.endedBy }
  } satisfies TaxpayerAccess
})
