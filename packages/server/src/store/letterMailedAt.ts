import { inArray } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"

/** When a letter was mailed; null: there is none. */
export const letterMailedAt = Effect.fnUntraced(function* (on: Db, letterDigests: ReadonlyArray<string>) {
  const [letter] = yield* query(
    on
      .select({ mailedAt: letters.mailedAt })
      .from(letters)
      .where(inArray(letters.letterDigest, [...letterDigests]))
  )
  return letter === undefined ? null : DateTime.fromDateUnsafe(letter.mailedAt)
})
