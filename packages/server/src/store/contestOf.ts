import { and, desc, inArray, isNull } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { contestTable as contests } from "../database/contestTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"

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
    on
      .select({ mailedAt: letters.mailedAt })
      .from(letters)
      .where(inArray(letters.letterDigest, [...letterDigests]))
  )
  return {
    openSince: open === undefined ? null : DateTime.fromDateUnsafe(open.openedAt),
    letterMailedAt: letter === undefined ? null : DateTime.fromDateUnsafe(letter.mailedAt)
  }
})
