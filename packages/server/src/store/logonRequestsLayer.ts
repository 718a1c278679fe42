import { LogonRequestError, LogonRequests } from "@mtc-logon/core/logon-request"
import type { SubmittedLogonRequest } from "@mtc-logon/core/logon-request"
import { eq } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import { Database, query } from "../database/Database.ts"
import { logonRequestDraftTable as drafts, logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { Live } from "../live/Live.ts"
import { randomToken } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { changeSubmittedRequest } from "./changeSubmittedRequest.ts"
import { draftColumns, draftOf, emptyDraft, lockOfDraft, ownersOf, taxpayerIn } from "./draftOf.ts"
import { AccessStore } from "./AccessStore.ts"
import { holdLetter } from "./holdLetter.ts"
import { LogonRequestStore } from "./LogonRequestStore.ts"
import { LogonLimits } from "./LogonLimits.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { receiptOf } from "./receiptOf.ts"
import { Events } from "./Events.ts"
import { resumeDraft } from "./resumeDraft.ts"
import { submitDraft } from "./submitDraft.ts"

const failure = (reason: LogonRequestError["reason"]) => new LogonRequestError({ reason })

/** Keeps drafts and submitted requests in the database. */
export const logonRequestsLayer = Layer.effect(
  LogonRequests,
  Effect.gen(function* () {
    const { db, transaction } = yield* Database
    const digests = yield* Digests
    const sealing = yield* Sealing
    const ids = yield* Ids
    const live = yield* Live
    const { record } = yield* Events
    const { lockLetter } = yield* AccessStore
    const { find, lock } = yield* LogonRequestStore
    const hold = yield* holdLetter
    const submit = yield* submitDraft
    const { contactsUsedUp } = yield* LogonLimits
    const resuming = yield* resumeDraft
    const changeSubmitted = yield* changeSubmittedRequest

    const submittedOf = Effect.fnUntraced(function* (id: string) {
      const [row] = yield* query(
        db.select().from(requests).innerJoin(logons, eq(logons.id, requests.logonId)).where(eq(requests.id, id))
      )
      if (row === undefined) return yield* failure({ _tag: "NotFound" })
      const { logon, logon_request: request } = row
      const { role, submittedAt } = receiptOf(sealing, request)
      return {
        id,
        status: request.status,
        partnerId: request.partnerId,
        locale: request.locale,
        reference: request.reference,
        ruleSet: { id: request.ruleSetId, hash: request.ruleSetHash },
        confirmationNumber: request.confirmationNumber,
        submittedAt: DateTime.makeUnsafe(submittedAt),
        username: logon.username,
        role
      } satisfies SubmittedLogonRequest
    })

    return LogonRequests.of({
      open: (draft, events) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const id = ids.make("logon-request")
            const token = randomToken()
            yield* query(
              tx.insert(drafts).values({
                id,
                tokenDigest: digests.of("token", token),
                partnerId: draft.partnerId,
                locale: draft.locale,
                reference: draft.reference,
                ruleSetId: draft.ruleSet.id,
                ruleSetHash: draft.ruleSet.hash,
                status: "open",
                openedAt: DateTime.toDateUtc(draft.openedAt),
                ...draftColumns(sealing, digests, { id, ...draft })
              })
            )
            yield* record(tx, { subjectId: id, actor: "person", at: draft.openedAt, events })
            return { id, token }
          })
        ),

      find: Effect.fnUntraced(function* (key, now) {
        const row = yield* find(db, key, now)
        return row.status === "open" ? draftOf(sealing, row) : yield* submittedOf(row.id)
      }),

      change: (key, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const asked = draftOf(sealing, yield* find(tx, key, now))
            yield* lockTaxpayer(tx, lockOfDraft(digests, asked))
            // The letter that it holds before the draft, as submit does: else they would wait for each other.
            if (asked.proof?.letterId != null) yield* lockLetter(tx, asked.proof.letterId)
            const row = yield* lock(tx, key, now)
            if (row.status !== "open") return yield* failure({ _tag: "StepNotOpen" })
            const before = draftOf(sealing, row)
            const decided = decide(before)
            if (Result.isFailure(decided)) return yield* failure(decided.failure)
            const { answer, events, next } = decided.success
            yield* hold(tx, before, next, next === "cancelled" ? [] : ownersOf(digests, next), now)
            const columns =
              next === "cancelled"
                ? { status: "cancelled" as const, ...emptyDraft(sealing, row.id) }
                : draftColumns(sealing, digests, next)
            yield* query(tx.update(drafts).set(columns).where(eq(drafts.id, row.id)))
            if (next === "cancelled") yield* live.close(tx, `logon-request:${row.id}`)
            const taxpayer = taxpayerIn(before)
            yield* record(tx, {
              subjectId: row.id,
              actor: "person",
              at: now,
              events,
              ...(taxpayer !== undefined && { taxpayer })
            })
            return answer
          })
        ),

      contactsUsedUp,

      submit,

      ...resuming,

      taxpayerOf: Effect.fnUntraced(function* (id) {
        const [row] = yield* query(db.select().from(drafts).where(eq(drafts.id, id)))
        const given = row === undefined ? undefined : draftOf(sealing, row).answers["taxpayer-id"]
        if (given === undefined) return yield* failure({ _tag: "NotFound" })
        return { taxpayer: { idType: given.idType, digits: given.id }, accountType: given.accountType }
      }),

      passwordOf: Effect.fnUntraced(function* (key) {
        const now = yield* DateTime.now
        const row = yield* find(db, key, now)
        const [found] = yield* query(
          db
            .select({ passwordHash: logons.passwordHash })
            .from(requests)
            .innerJoin(logons, eq(logons.id, requests.logonId))
            .where(eq(requests.id, row.id))
        )
        if (found === undefined) return yield* failure({ _tag: "StepNotOpen" })
        return Redacted.make(found.passwordHash)
      }),

      changeSubmitted
    })
  })
)
