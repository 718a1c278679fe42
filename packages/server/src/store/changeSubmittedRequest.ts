import { Keys } from "@mtc-logon/core/logon"
import { applySubmitted, LogonRequestError, submittedIn } from "@mtc-logon/core/logon-request"
import type { LogonRequests, SubmittedState } from "@mtc-logon/core/logon-request"
import { and, eq } from "drizzle-orm"
import { DateTime, Effect, Result } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { logonRequestDraftTable as drafts, logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { AccessStore } from "./AccessStore.ts"
import { accessTo } from "./accessTo.ts"
import { draftOf, emptyDraft } from "./draftOf.ts"
import { LogonLimits } from "./LogonLimits.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { LogonRequestStore } from "./LogonRequestStore.ts"
import { LogonStore } from "./LogonStore.ts"

const failure = (reason: LogonRequestError["reason"]) => new LogonRequestError({ reason })

/** Locks a submitted request with its logon and activation code, calls `decide`, stores what it says. */
export const changeSubmittedRequest = Effect.gen(function* () {
  const { transaction } = yield* Database
  const sealing = yield* Sealing
  const keys = yield* Keys
  const { changeLocked } = yield* LogonStore
  const { lockSubmitted } = yield* LogonRequestStore
  const { askForAddress } = yield* LogonLimits
  const { makeLetterRowId, record, store, whoseGrant } = yield* AccessStore

  /** The letter of a request that was denied, or never used, is free again. @rule D-32 */
  const freeLetter = (tx: Db, requestId: string) =>
    query(
      tx
        .update(letters)
        .set({ state: "live", reservedBy: null, usedAt: null })
        .where(and(eq(letters.reservedBy, requestId), eq(letters.state, "used")))
    )

  const changeSubmitted: LogonRequests["Service"]["changeSubmitted"] = (id, now, decide) =>
    transaction((tx) =>
      Effect.gen(function* () {
        const at = DateTime.toDateUtc(now)
        const [unlocked] = yield* query(tx.select().from(requests).where(eq(requests.id, id)))
        const [grant] = yield* query(tx.select().from(grants).where(eq(grants.logonRequestId, id)))
        if (unlocked === undefined || grant === undefined) return yield* failure({ _tag: "NotFound" })
        const whose = yield* whoseGrant(tx, grant)
        yield* lockTaxpayer(tx, whose.key)
        const settled = yield* changeLocked(
          tx,
          unlocked.logonId,
          now,
          Effect.fnUntraced(function* (logon) {
            const request = yield* lockSubmitted(tx, id)
            if (request === undefined) return yield* failure({ _tag: "NotFound" })
            const [draft] = yield* query(tx.select().from(drafts).where(eq(drafts.id, id)))
            const state: SubmittedState = {
              status: request.status,
              evidence: request.evidence,
              submittedAt: DateTime.fromDateUnsafe(request.submittedAt),
              access: yield* accessTo(tx, whose.owners),
              saysNotMe: draft !== undefined && draftOf(sealing, draft).proof?.saysNotMe === true,
              letterRowId: makeLetterRowId(),
              ...submittedIn(logon, keys)
            }
            const decided = decide(state)
            if (Result.isFailure(decided)) return yield* failure(decided.failure)
            const { events, next } = decided.success
            if (next.status !== state.status) {
              yield* query(tx.update(requests).set({ status: next.status, settledAt: at }).where(eq(requests.id, id)))
              if (next.status === "denied" || next.status === "expired") yield* freeLetter(tx, id)
              // What was typed has gone into the logon; the number was kept for this look at the records alone.
              yield* query(tx.update(drafts).set(emptyDraft(sealing, id)).where(eq(drafts.id, id)))
            }
            if (next.email !== state.email) yield* askForAddress(tx, next.email)
            return {
              next: applySubmitted(logon, keys, state, next, events, now),
              answer: { ...decided.success, formerEmail: state.email }
            }
          })
        )
        if (settled === null) return yield* failure({ _tag: "NotFound" })
        const { answer, events, formerEmail, next } = settled
        if (next.accessChange !== undefined) yield* store(tx, whose, next.accessChange, at)
        yield* record(tx, whose, {
          subjectId: id,
          // What comes of a request that is over, nobody did.
          actor: next.accessChange === undefined ? "person" : "system",
          at: now,
          events,
          about: { logonId: unlocked.logonId },
          ...(next.email !== formerEmail && { formerEmail })
        })
        return answer
      })
    )
  return changeSubmitted
})
