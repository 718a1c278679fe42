import { LogonRequestError } from "@mtc-logon/core/logon-request"
import type { LogonRequestDraft } from "@mtc-logon/core/logon-request"
import { and, eq, inArray, lt } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import type { Redacted } from "effect"
import { forChange, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { logonRequestDraftTable as drafts } from "../database/logonRequestTable.ts"
import type { Digests } from "../secrets/Digests.ts"
import { ownersOf } from "./draftOf.ts"

/** A letter that a draft holds whose time is over, or that was left, is free again. @rule D-07 */
export const isHeldBy = Effect.fnUntraced(function* (tx: Db, requestId: string, now: DateTime.Utc) {
  const [holder] = yield* query(
    tx.select({ status: drafts.status, expiresAt: drafts.expiresAt }).from(drafts).where(eq(drafts.id, requestId))
  )
  return holder?.status === "submitted" || (holder?.status === "open" && holder.expiresAt > DateTime.toDateUtc(now))
})

/** The rows of a letter ID, whatever key its digest was made with. */
export const isLetter = (digests: Digests["Service"], letterId: Redacted.Redacted) =>
  inArray(letters.letterDigest, [...digests.allOf("letter", letterId)])

/**
 * Locks the letter that a draft holds, before the draft itself.
 *
 * **Gotchas**
 *
 * Submit locks in this order too: the other way round, a submit and an answer at once would wait for each other.
 */
export const lockHeldLetter = Effect.fnUntraced(function* (
  tx: Db,
  digests: Digests["Service"],
  { proof }: LogonRequestDraft
) {
  if (proof === null || proof.letterId === null) return
  yield* query(tx.select({ id: letters.id }).from(letters).where(isLetter(digests, proof.letterId)).for(forChange))
})

/**
 * Holds the letter of a draft's proof, and lets go of the one it held before.
 *
 * **Details**
 *
 * Whoever proves with a letter has it in hand: from then on the letters of its kind that were mailed before are dead,
 * whatever they were. Until then they live, so that a letter that somebody else asks for kills none. Fails with `VerificationFailed` where the letter went to another request between decision and hold: the one refusal.
 *
 * **Gotchas**
 *
 * The taxpayer is locked before: two letters of one taxpayer that are proved at once would wait for each other.
 *
 * @rule D-07 @adr 0020
 */
export const holdLetter = Effect.fnUntraced(function* (
  tx: Db,
  digests: Digests["Service"],
  before: LogonRequestDraft,
  next: LogonRequestDraft | "cancelled",
  now: DateTime.Utc
) {
  const held = before.proof?.letterId ?? null
  if (held !== null) {
    const free = { state: "live", reservedBy: null } as const
    yield* query(
      tx
        .update(letters)
        .set(free)
        .where(and(isLetter(digests, held), eq(letters.reservedBy, before.id), eq(letters.state, "reserved")))
    )
  }
  if (next === "cancelled" || next.proof === null || next.proof.letterId === null) return
  const wanted = next.proof.letterId
  const [letter] = yield* query(tx.select().from(letters).where(isLetter(digests, wanted)).for(forChange))
  const isFree =
    letter?.state === "live" ||
    (letter?.state === "reserved" && letter.reservedBy !== null && !(yield* isHeldBy(tx, letter.reservedBy, now)))
  if (letter === undefined || !isFree) {
    return yield* new LogonRequestError({ reason: { _tag: "VerificationFailed" } })
  }
  yield* query(tx.update(letters).set({ state: "reserved", reservedBy: before.id }).where(eq(letters.id, letter.id)))
  const ofTheirs = and(inArray(letters.taxpayerDigest, [...ownersOf(digests, next)]), eq(letters.kind, letter.kind))
  yield* query(
    tx
      .update(letters)
      .set({ state: "superseded" })
      .where(and(ofTheirs, lt(letters.mailedAt, letter.mailedAt)))
  )
})
