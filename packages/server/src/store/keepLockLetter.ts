import type { TaxpayerIdentifier } from "@mtc-logon/core/taxpayer"
import { eq } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { Audit } from "../audit/Audit.ts"
import { Database, query } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { AccessStore } from "./AccessStore.ts"
import { lockNotice } from "./lockNotice.ts"

/**
 * Keeps the sign-up letter that the owner of a locked number is mailed, uncounted, and returns its id.
 *
 * **Details**
 *
 * It has the id of its notice: a job that comes again makes no second one.
 *
 * **Gotchas**
 *
 * Only the job calls it, once it knows that the number is on file: the request that locked does the same for every number (D-09).
 *
 * @rule D-30 @rule D-62
 */
export const keepLockLetter = Effect.fnUntraced(function* (
  noticeId: string,
  taxpayer: TaxpayerIdentifier,
  now: DateTime.Utc
) {
  const { transaction } = yield* Database
  const digests = yield* Digests
  const audit = yield* Audit
  const { keepLetter } = yield* AccessStore
  yield* transaction((tx) =>
    Effect.gen(function* () {
      yield* lockNotice(tx, noticeId)
      const made = yield* query(tx.select({ id: letters.id }).from(letters).where(eq(letters.id, noticeId)))
      if (made.length > 0) return
      const event = { _tag: "LetterMailed", letterRowId: noticeId } as const
      const letter = { taxpayerDigest: digests.ofTaxpayer(taxpayer), mailedAt: DateTime.toDateUtc(now), counted: false }
      yield* keepLetter(tx, letter, [event])
      const { _tag: type, ...detail } = event
      yield* audit.append(tx, [{ at: now, type, subjectId: noticeId, actor: "system", detail }])
    })
  )
  return noticeId
})
