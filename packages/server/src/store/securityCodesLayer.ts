import { SecurityCodes, TwoStepError } from "@mtc-logon/core/two-step"
import type { Challenge, TypedCodeFacts } from "@mtc-logon/core/two-step"
import { and, desc, eq, gt, isNull, or } from "drizzle-orm"
import { DateTime, Effect, Layer, Result } from "effect"
import type { Redacted } from "effect"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { securityCodeTable as codes } from "../database/securityCodeTable.ts"
import { sessionTable as sessions } from "../database/sessionTable.ts"
import { trustedDeviceTable as devices } from "../database/trustedDeviceTable.ts"
import { twoStepMethodTable as methods } from "../database/twoStepMethodTable.ts"
import { Derived, randomToken } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { openSession } from "./openSession.ts"
import { recordEvents } from "./recordEvents.ts"

/** The day before `now`: what is counted of codes that were sent. */
const dayBefore = (now: DateTime.Utc) => DateTime.toDateUtc(DateTime.subtract(now, { hours: 24 }))

/** Keeps security codes in the database: who, for what, until when; the code is derived from the id. */
export const securityCodesLayer = Layer.effect(
  SecurityCodes,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const derived = yield* Derived
    const digests = yield* Digests
    const ids = yield* Ids
    const record = yield* recordEvents

    const lockLogon = (tx: Db, logonId: string) =>
      query(tx.select().from(logons).where(eq(logons.id, logonId)).for("update"))

    const newestOf = (tx: Db, { logonId, sessionId }: Challenge) =>
      query(
        tx
          .select()
          .from(codes)
          .innerJoin(methods, eq(methods.id, codes.methodId))
          .where(and(eq(codes.logonId, logonId), eq(codes.sessionDigest, sessionId)))
          .orderBy(desc(codes.sentAt))
          .limit(1)
          .for("update", { of: codes })
      )

    return SecurityCodes.of({
      issue: ({ logonId, sessionId }, methodId, purpose, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            yield* lockLogon(tx, logonId)
            const [method] = yield* query(
              tx
                .select()
                .from(methods)
                .where(and(eq(methods.id, methodId), eq(methods.logonId, logonId), isNull(methods.removedAt)))
            )
            const fits = purpose === "set-up" || (method !== undefined && method.confirmedAt !== null)
            if (method === undefined || !fits || method.targetDigest === null) {
              return yield* new TwoStepError({ reason: { _tag: "MethodNotFound" } })
            }
            const sent = yield* query(
              tx
                .select({ sentAt: codes.sentAt })
                .from(codes)
                .where(
                  and(
                    or(eq(codes.logonId, logonId), eq(codes.targetDigest, method.targetDigest)),
                    gt(codes.sentAt, dayBefore(now))
                  )
                )
                .orderBy(codes.sentAt)
            )
            const decided = decide(sent.map(({ sentAt }) => DateTime.fromDateUnsafe(sentAt)))
            if (Result.isFailure(decided)) return yield* new TwoStepError({ reason: decided.failure })
            const id = ids.make("security-code")
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
                expiresAt: DateTime.toDateUtc(decided.success.expiresAt)
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

      change: (challenge, typed, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const { logonId, sessionId } = challenge
            const at = DateTime.toDateUtc(now)
            const [logon] = yield* lockLogon(tx, logonId)
            const [found] = yield* newestOf(tx, challenge)
            const code = found?.security_code
            const facts: TypedCodeFacts = {
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
                    },
              failuresInARow: logon?.missedCodes ?? 0,
              lockedUntil: logon?.codesLockedUntil == null ? null : DateTime.fromDateUnsafe(logon.codesLockedUntil)
            }
            const { answer, events, next } = decide(facts)
            const none = { session: null, trustedDevice: null }
            if (next === "unchanged" || code === undefined) return { answer, tokens: none }

            yield* query(
              tx
                .update(codes)
                .set({ state: next.state, failures: next.failures, ...(next.confirmed && { confirmedAt: at }) })
                .where(eq(codes.id, code.id))
            )
            yield* query(
              tx
                .update(logons)
                .set({
                  missedCodes: next.failuresInARow,
                  codesLockedUntil: next.lockedUntil === null ? null : DateTime.toDateUtc(next.lockedUntil)
                })
                .where(eq(logons.id, logonId))
            )
            if (!next.confirmed) {
              yield* record(tx, { subjectId: logonId, actor: "person", at: now, events })
              return { answer, tokens: none }
            }

            yield* query(
              tx
                .update(methods)
                .set({ confirmedAt: at })
                .where(and(eq(methods.id, code.methodId), isNull(methods.confirmedAt)))
            )
            const [session] = yield* query(tx.select().from(sessions).where(eq(sessions.idDigest, sessionId)))
            const raised =
              session === undefined
                ? null
                : yield* openSession(
                    tx,
                    digests,
                    { logonId, level: "two-step", state: "open", expiresAt: session.expiresAt, inPlaceOf: sessionId },
                    now
                  )
            let trustedDevice: Redacted.Redacted | null = null
            if (next.trustDeviceUntil !== null) {
              trustedDevice = randomToken()
              const id = ids.make("trusted-device")
              yield* query(
                tx.insert(devices).values({
                  id,
                  logonId,
                  tokenDigest: digests.of("token", trustedDevice),
                  familyId: id,
                  label: "",
                  createdAt: at,
                  rotatedAt: at,
                  lastSeenAt: at,
                  expiresAt: DateTime.toDateUtc(next.trustDeviceUntil)
                })
              )
            }
            const [request] = yield* query(
              tx.select({ id: requests.id }).from(requests).where(eq(requests.logonId, logonId))
            )
            const about = request === undefined ? {} : { logonRequestId: request.id }
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about })
            return { answer, tokens: { session: raised, trustedDevice } }
          })
        ),

      forDevelopment: ({ logonId, sessionId }) =>
        Effect.map(
          run((db) =>
            db
              .select({ id: codes.id })
              .from(codes)
              .where(and(eq(codes.logonId, logonId), eq(codes.sessionDigest, sessionId), eq(codes.state, "open")))
          ),
          ([code]) => (code === undefined ? null : derived.securityCode(code.id))
        )
    })
  })
)
