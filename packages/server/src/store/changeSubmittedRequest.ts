import { Keys } from "@mtc-logon/core/logon"
import { applySubmitted, LogonRequestError, submittedIn } from "@mtc-logon/core/logon-request"
import type { LogonRequests, SubmittedState } from "@mtc-logon/core/logon-request"
import { Post } from "@mtc-logon/core/notices"
import { and, eq } from "drizzle-orm"
import { DateTime, Effect, Result } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { Database, forChange, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { logonRequestDraftTable as drafts, logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { Ids } from "../secrets/Ids.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { accessTo } from "./accessTo.ts"
import { beginContest } from "./beginContest.ts"
import { taxpayerOfGrant } from "./claimOfGrants.ts"
import { draftOf, emptyDraft } from "./draftOf.ts"
import { keepLetter } from "./keepLetter.ts"
import { LogonLimits } from "./LogonLimits.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { LogonStore } from "./LogonStore.ts"
import { Events } from "./Events.ts"
import { storeAccess } from "./storeAccess.ts"

const failure = (reason: LogonRequestError["reason"]) => new LogonRequestError({ reason })

/** Locks a submitted request with its logon and activation code, calls `decide`, stores what it says. */
export const changeSubmittedRequest = Effect.gen(function* () {
  const { transaction } = yield* Database
  const digests = yield* Digests
  const sealing = yield* Sealing
  const { record } = yield* Events
  const keys = yield* Keys
  const { lock, store } = yield* LogonStore
  const { askForAddress } = yield* LogonLimits
  const ids = yield* Ids
  const mailLetter = yield* keepLetter
  const { delivers } = yield* Post

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
        const { key, owners, taxpayer } = yield* taxpayerOfGrant(tx, sealing, digests, grant)
        yield* lockTaxpayer(tx, key)
        const logon = yield* lock(tx, unlocked.logonId, now)
        const [request] = yield* query(tx.select().from(requests).where(eq(requests.id, id)).for(forChange))
        if (logon === null || request === undefined) return yield* failure({ _tag: "NotFound" })

        const [draft] = yield* query(tx.select().from(drafts).where(eq(drafts.id, id)))
        const state: SubmittedState = {
          status: request.status,
          evidence: request.evidence,
          submittedAt: DateTime.fromDateUnsafe(request.submittedAt),
          access: yield* accessTo(tx, owners),
          saysNotMe: draft !== undefined && draftOf(sealing, draft).proof?.saysNotMe === true,
          letterRowId: delivers ? ids.make("letter") : null,
          ...submittedIn(logon, keys)
        }
        const decided = decide(state)
        if (Result.isFailure(decided)) return yield* failure(decided.failure)
        const { answer, events, next } = decided.success

        if (next.status !== state.status) {
          yield* query(tx.update(requests).set({ status: next.status, settledAt: at }).where(eq(requests.id, id)))
          if (next.status === "denied" || next.status === "expired") yield* freeLetter(tx, id)
          // What was typed has gone into the logon; the number was kept for this look at the records alone.
          yield* query(tx.update(drafts).set(emptyDraft(sealing, id)).where(eq(drafts.id, id)))
        }
        if (next.email !== state.email) yield* askForAddress(tx, next.email)
        yield* store(tx, logon, applySubmitted(logon, keys, state, next, events, now))
        if (next.accessChange !== undefined) yield* storeAccess(tx, owners, next.accessChange, at)
        yield* beginContest(tx, { id: ids.make("contest"), key, owners, at }, events)
        yield* mailLetter(tx, { taxpayerDigest: key, mailedAt: at, counted: false }, events)
        yield* record(tx, {
          subjectId: id,
          // What comes of a request that is over, nobody did.
          actor: next.accessChange === undefined ? "person" : "system",
          at: now,
          events,
          about: { logonId: logon.id },
          ...(taxpayer !== undefined && { taxpayer }),
          ...(next.email !== state.email && { formerEmail: state.email })
        })
        return answer
      })
    )
  return changeSubmitted
})
