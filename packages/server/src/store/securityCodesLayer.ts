import { SecurityCodes, TwoStepError } from "@mtc-logon/core/two-step"
import type { Challenge, SendingFacts, TypedCodeFacts } from "@mtc-logon/core/two-step"
import { and, desc, eq, gt, isNull, ne, or } from "drizzle-orm"
import { DateTime, Effect, Layer, Result } from "effect"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { securityCodeTable as codes } from "../database/securityCodeTable.ts"
import { twoStepMethodTable as methods } from "../database/twoStepMethodTable.ts"
import { takeText } from "../limits/takeText.ts"
import { Derived } from "../secrets/Derived.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { methodOf } from "./methodOf.ts"
import { recordEvents } from "./recordEvents.ts"
import { noTokens, secondStepStore } from "./secondStepStore.ts"

/** The day before `now`: what is counted of codes that were sent. */
const dayBefore = (now: DateTime.Utc) => DateTime.toDateUtc(DateTime.subtract(now, { hours: 24 }))

/** Keeps security codes in the database: who, for what, until when; the code is derived from the id. */
export const securityCodesLayer = Layer.effect(
  SecurityCodes,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const derived = yield* Derived
    const ids = yield* Ids
    const sealing = yield* Sealing
    const record = yield* recordEvents
    const takePlace = yield* takeText
    const { finish, lock } = yield* secondStepStore

    /** Codes that were sent in a session, the newest first; the challenges of passkeys are none. */
    const sentTo = (db: Db, { logonId, sessionId }: Challenge, methodId: string | null) =>
      db
        .select()
        .from(codes)
        .innerJoin(methods, eq(methods.id, codes.methodId))
        .where(
          and(
            eq(codes.logonId, logonId),
            eq(codes.sessionDigest, sessionId),
            ne(methods.kind, "passkey"),
            ...(methodId === null ? [] : [eq(codes.methodId, methodId)])
          )
        )
        .orderBy(desc(codes.sentAt))
        .limit(1)

    return SecurityCodes.of({
      issue: (challenge, methodId, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const { logonId, sessionId } = challenge
            const { own } = yield* lock(tx, challenge)
            const method = own.find(({ id }) => id === methodId)
            if (method === undefined || method.targetDigest === null) {
              return yield* new TwoStepError({ reason: { _tag: "MethodNotFound" } })
            }
            const sent = yield* query(
              tx
                .select({ logonId: codes.logonId, sentAt: codes.sentAt })
                .from(codes)
                .where(
                  and(
                    or(eq(codes.logonId, logonId), eq(codes.targetDigest, method.targetDigest)),
                    ne(codes.targetDigest, ""),
                    gt(codes.sentAt, dayBefore(now))
                  )
                )
                .orderBy(codes.sentAt)
            )
            const whenSent = (rows: typeof sent) => rows.map(({ sentAt }) => DateTime.fromDateUnsafe(sentAt))
            const facts: SendingFacts = {
              methods: own.map((row) => methodOf(sealing, row)),
              sentToLogon: whenSent(sent.filter((row) => row.logonId === logonId)),
              sentToTarget: whenSent(sent)
            }
            const decided = decide(facts)
            if (Result.isFailure(decided)) return yield* new TwoStepError({ reason: decided.failure })
            const { expiresAt, purpose } = decided.success
            if (method.kind === "sms") yield* takePlace(tx)
            const id = ids.make("security-code")
            yield* query(
              tx
                .update(methods)
                .set({ removedAt: DateTime.toDateUtc(now) })
                .where(
                  and(
                    eq(methods.logonId, logonId),
                    eq(methods.kind, method.kind),
                    ne(methods.id, methodId),
                    isNull(methods.confirmedAt),
                    isNull(methods.removedAt)
                  )
                )
            )
            yield* query(
              tx
                .update(codes)
                .set({ state: "superseded" })
                .where(and(eq(codes.logonId, logonId), eq(codes.state, "open")))
            )
            yield* query(
              tx.insert(codes).values({
                id,
                logonId,
                methodId,
                purpose,
                sessionDigest: sessionId,
                targetDigest: method.targetDigest,
                state: "open",
                sentAt: DateTime.toDateUtc(now),
                expiresAt: DateTime.toDateUtc(expiresAt)
              })
            )
            const events = [{ _tag: "SecurityCodeSent", securityCodeId: id, kind: method.kind }] as const
            yield* record(tx, {
              subjectId: logonId,
              actor: "person",
              at: now,
              events,
              about: { logonId, securityCodeId: id }
            })
          })
        ),

      isAwaited: (challenge) =>
        Effect.map(
          run((db) => sentTo(db, challenge, null)),
          ([newest]) => newest?.security_code.state === "open"
        ),

      change: (challenge, methodId, typed, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const { session, standingFor } = yield* lock(tx, challenge)
            const [found] = yield* query(sentTo(tx, challenge, methodId).for("update", { of: codes }))
            const code = session === null ? undefined : found?.security_code
            const facts: TypedCodeFacts = {
              ...standingFor(code?.methodId ?? null),
              code:
                code === undefined
                  ? null
                  : {
                      equal: derived.isSecurityCode(code.id, typed),
                      state: code.state,
                      failures: code.failures,
                      purpose: code.purpose === "log-in" ? "log-in" : "set-up",
                      kind: found!.two_step_method.kind,
                      expiresAt: DateTime.fromDateUnsafe(code.expiresAt)
                    }
            }
            const { answer, events, next } = decide(facts)
            if (next === "unchanged" || code === undefined) return { answer, tokens: noTokens }
            const confirmedAt = next.confirmed ? { confirmedAt: DateTime.toDateUtc(now) } : {}
            yield* query(
              tx
                .update(codes)
                .set({ state: next.state, failures: next.failures, ...confirmedAt })
                .where(eq(codes.id, code.id))
            )
            return { answer, tokens: yield* finish(tx, challenge, session, code.methodId, next, events, now) }
          })
        )
    })
  })
)
