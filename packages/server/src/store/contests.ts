import type { ContestEvent } from "@mtc-logon/core/access"
import { and, desc, inArray, isNull, ne } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { contestTable as contests } from "../database/contestTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { endLinks, endLogOns } from "./endLogOns.ts"

/** When the contest of a taxpayer began that is open, and when a letter was mailed; both null where there is none. @rule D-25 */
export const contestOf = Effect.fnUntraced(function* (
  on: Db,
  owners: ReadonlyArray<string>,
  letterDigests: ReadonlyArray<string>
) {
  const [open] = yield* query(
    on
      .select({ openedAt: contests.openedAt })
      .from(contests)
      .where(and(inArray(contests.taxpayerDigest, [...owners]), isNull(contests.endedAt)))
      .orderBy(desc(contests.openedAt))
  )
  const [letter] = yield* query(
    on.select({ mailedAt: letters.mailedAt }).from(letters).where(inArray(letters.letterDigest, [...letterDigests]))
  )
  return {
    openSince: open === undefined ? null : DateTime.fromDateUnsafe(open.openedAt),
    letterMailedAt: letter === undefined ? null : DateTime.fromDateUnsafe(letter.mailedAt)
  }
})

/** Begins the contest that an event speaks of; one that is open goes on as it is. */
export const beginContest = Effect.fnUntraced(function* (
  tx: Db,
  contest: { readonly id: string; readonly taxpayerDigest: string; readonly at: Date },
  events: ReadonlyArray<{ readonly _tag: string }>
) {
  const begun = events.find((event): event is Extract<ContestEvent, { _tag: "ContestBegun" }> => event._tag === "ContestBegun")
  if (begun === undefined) return
  const { at, id, taxpayerDigest } = contest
  yield* query(
    tx.insert(contests).values({ id, taxpayerDigest, because: begun.because, openedAt: at }).onConflictDoNothing()
  )
})

/** Ends the contest, and every role on the taxpayer that rests on somebody else's own proof, with their sessions and devices. @rule D-25 */
export const settleContest = Effect.fnUntraced(function* (tx: Db, owners: ReadonlyArray<string>, at: Date) {
  const displaced = yield* query(
    tx
      .update(grants)
      .set({ state: "ended", endedAt: at })
      .where(
        and(
          inArray(grants.taxpayerDigest, [...owners]),
          inArray(grants.state, ["reserved", "effective"]),
          ne(grants.evidence, "grant")
        )
      )
      .returning({ logonId: grants.logonId })
  )
  for (const logonId of new Set(displaced.map((grant) => grant.logonId))) {
    yield* endLinks(tx, logonId)
    yield* endLogOns(tx, logonId, at)
  }
  yield* query(
    tx
      .update(contests)
      .set({ endedAt: at })
      .where(and(inArray(contests.taxpayerDigest, [...owners]), isNull(contests.endedAt)))
  )
})
