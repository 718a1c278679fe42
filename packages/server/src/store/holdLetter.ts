import { holdsLetter, LogonRequestError } from "@mtc-logon/core/logon-request"
import type { LogonRequestDraft } from "@mtc-logon/core/logon-request"
import { and, eq } from "drizzle-orm"
import { Effect } from "effect"
import type { DateTime } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { standingOf } from "../database/standingOf.ts"
import { logonRequestDraftTable as drafts } from "../database/logonRequestTable.ts"
import { AccessStore } from "./AccessStore.ts"

const isHeldBy = Effect.fnUntraced(function* (tx: Db, requestId: string, now: DateTime.Utc) {
  const [holder] = yield* query(tx.select().from(drafts).where(eq(drafts.id, requestId)))
  return holdsLetter(holder && standingOf(holder), now)
})

/**
 * Holds the letter of a draft's proof, and lets go of the one it held before.
 *
 * **Details**
 *
 * The letters before it are dead from then on (`supersedeOlder`). Until then they live, so that a letter that somebody else
 * asks for kills none. Fails with `VerificationFailed` where the letter went to another request between decision and hold: the one refusal.
 *
 * **Gotchas**
 *
 * The taxpayer is locked before: two letters of one taxpayer that are proved at once would wait for each other.
 *
 * @rule D-07 @adr 0020
 */
export const holdLetter = Effect.gen(function* () {
  const { isLetter, lockLetter, supersedeOlder } = yield* AccessStore
  return Effect.fnUntraced(function* (
    tx: Db,
    before: LogonRequestDraft,
    next: LogonRequestDraft | "cancelled",
    owners: ReadonlyArray<string>,
    now: DateTime.Utc
  ) {
    const held = before.proof?.letterId ?? null
    if (held !== null) {
      const isOwn = and(isLetter(held), eq(letters.reservedBy, before.id), eq(letters.state, "reserved"))
      yield* query(tx.update(letters).set({ state: "live", reservedBy: null }).where(isOwn))
    }
    const wanted = next === "cancelled" ? null : (next.proof?.letterId ?? null)
    if (wanted === null) return
    const letter = yield* lockLetter(tx, wanted)
    const isFree =
      letter?.state === "live" ||
      (letter?.state === "reserved" && letter.reservedBy !== null && !(yield* isHeldBy(tx, letter.reservedBy, now)))
    if (letter === undefined || !isFree) {
      return yield* new LogonRequestError({ reason: { _tag: "VerificationFailed" } })
    }
    yield* query(tx.update(letters).set({ state: "reserved", reservedBy: before.id }).where(eq(letters.id, letter.id)))
    yield* supersedeOlder(tx, owners, letter)
  })
})
