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
import { draftOf, emptyDraft, taxpayerIn } from "./draftOf.ts"
import { keepLetter } from "./keepLetter.ts"
import { LogonLimits } from "./LogonLimits.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { LogonStore } from "./LogonStore.ts"
import { Events } from "./Events.ts"

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

  /** What a request that was denied, or never used, held is free again; its username may be chosen by the next person. @rule D-32 */
  const freeAll = Effect.fnUntraced(function* (tx: Db, requestId: string, logonId: string, at: Date) {
    yield* query(tx.update(grants).set({ state: "ended", endedAt: at }).where(eq(grants.logonId, logonId)))
    yield* query(
      tx
        .update(letters)
        .set({ state: "live", reservedBy: null, usedAt: null })
        .where(and(eq(letters.reservedBy, requestId), eq(letters.state, "used")))
    )
  })

  const changeSubmitted: LogonRequests["Service"]["changeSubmitted"] = (id, now, decide) =>
    transaction((tx) =>
      Effect.gen(function* () {
        const at = DateTime.toDateUtc(now)
        const [unlocked] = yield* query(tx.select().from(requests).where(eq(requests.id, id)))
        if (unlocked === undefined) return yield* failure({ _tag: "NotFound" })
        yield* lockTaxpayer(tx, unlocked.taxpayerDigest)
        const logon = yield* lock(tx, unlocked.logonId, now)
        const [request] = yield* query(tx.select().from(requests).where(eq(requests.id, id)).for(forChange))
        if (logon === null || request === undefined) return yield* failure({ _tag: "NotFound" })

        const state: SubmittedState = {
          status: request.status,
          evidence: request.evidence,
          submittedAt: DateTime.fromDateUnsafe(request.submittedAt),
          ...submittedIn(logon, keys)
        }
        const [draft] = yield* query(tx.select().from(drafts).where(eq(drafts.id, id)))
        const asked = draft && draftOf(sealing, draft)
        const taxpayer = asked && taxpayerIn(asked)
        const { taxpayerDigest } = request
        const notMe = {
          logonId: logon.id,
          access: yield* accessTo(tx, taxpayer === undefined ? [taxpayerDigest] : digests.allOfTaxpayer(taxpayer)),
          letterRowId: delivers ? ids.make("letter") : null
        }
        const decided = decide({ ...state, ...(asked?.proof?.saysNotMe === true && { notMe }) })
        if (Result.isFailure(decided)) return yield* failure(decided.failure)
        const { answer, events, next } = decided.success

        if (next.status !== state.status) {
          yield* query(tx.update(requests).set({ status: next.status, settledAt: at }).where(eq(requests.id, id)))
          if (next.status === "denied" || next.status === "expired") yield* freeAll(tx, id, logon.id, at)
          // What was typed has gone into the logon; the number was kept for this look at the records alone.
          yield* query(tx.update(drafts).set(emptyDraft(sealing, id)).where(eq(drafts.id, id)))
        }
        if (next.email !== state.email) yield* askForAddress(tx, next.email)
        yield* store(tx, logon, applySubmitted(logon, keys, state, next, events, now))
        yield* beginContest(tx, { id: ids.make("contest"), taxpayerDigest, at }, events)
        yield* mailLetter(tx, { taxpayerDigest, mailedAt: at, counted: false }, events)
        yield* record(tx, {
          subjectId: id,
          actor: "person",
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
