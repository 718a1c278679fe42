import { LogInError, LogIns } from "@mtc-logon/core/login"
import type { LogInFacts, Presented } from "@mtc-logon/core/login"
import { usernameKey } from "@mtc-logon/core/logon"
import { and, eq, inArray, isNull } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { activationCodeTable as codes } from "../database/activationCodeTable.ts"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { trustedDeviceTable as devices } from "../database/trustedDeviceTable.ts"
import { twoStepMethodTable as methods } from "../database/twoStepMethodTable.ts"
import { Derived } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { issueActivationCode } from "./issueActivationCode.ts"
import { methodOf } from "./methodOf.ts"
import { openSession } from "./openSession.ts"
import { recordEvents } from "./recordEvents.ts"

/** Keeps what a log-in changes in the database. */
export const logInsLayer = Layer.effect(
  LogIns,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const derived = yield* Derived
    const digests = yield* Digests
    const sealing = yield* Sealing
    const record = yield* recordEvents
    const issueCode = yield* issueActivationCode

    const activationOf = Effect.fnUntraced(function* (tx: Db, logonId: string, presented: Presented) {
      const sent = yield* query(
        tx.select().from(codes).where(eq(codes.logonId, logonId)).orderBy(codes.createdAt).for("update")
      )
      const newest = sent.at(-1)
      if (newest === undefined) return { newest, activation: null }
      const token = presented.activationCode
      const codeId = token === null ? undefined : derived.readLinkToken("activation", token)
      const activation: LogInFacts["activation"] = {
        equal: codeId === newest.id,
        known: codeId !== newest.id && sent.some(({ id }) => id === codeId),
        state: newest.state,
        expiresAt: DateTime.fromDateUnsafe(newest.expiresAt),
        resends: sent.length - 1
      }
      return { newest, activation }
    })

    const deviceOf = Effect.fnUntraced(function* (tx: Db, logonId: string, presented: Presented) {
      if (presented.trustedDevice === null) return null
      const token = inArray(devices.tokenDigest, [...digests.allOf("token", presented.trustedDevice)])
      const [device] = yield* query(tx.select().from(devices).where(token).for("update"))
      if (device === undefined) return null
      return {
        id: device.id,
        sameLogon: device.logonId === logonId,
        revoked: device.revokedAt !== null,
        expiresAt: device.expiresAt.getTime()
      }
    })

    /** The first log-in: the code is used, the role effective, the request at its end. @rule D-13 @rule D-32 */
    const activate = Effect.fnUntraced(function* (tx: Db, logonId: string, codeId: string | undefined, at: Date) {
      if (codeId !== undefined) {
        yield* query(tx.update(codes).set({ state: "used", usedAt: at }).where(eq(codes.id, codeId)))
      }
      yield* query(tx.update(logons).set({ status: "active", activatedAt: at }).where(eq(logons.id, logonId)))
      yield* query(
        tx
          .update(grants)
          .set({ state: "effective", effectiveAt: at })
          .where(and(eq(grants.logonId, logonId), eq(grants.state, "reserved")))
      )
      yield* query(tx.update(requests).set({ status: "activated" }).where(eq(requests.logonId, logonId)))
    })

    return LogIns.of({
      find: Effect.fnUntraced(function* (username) {
        const [row] = yield* run((db) =>
          db
            .select({ id: logons.id, passwordHash: logons.passwordHash })
            .from(logons)
            .where(eq(logons.usernameKey, usernameKey(username)))
        )
        return row === undefined ? null : { logonId: row.id, passwordHash: Redacted.make(row.passwordHash) }
      }),

      change: (logonId, presented, now, decide) =>
        Effect.flatten(
          transaction((tx) =>
            Effect.gen(function* () {
              const at = DateTime.toDateUtc(now)
              const [logon] = yield* query(tx.select().from(logons).where(eq(logons.id, logonId)).for("update"))
              if (logon === undefined) return Effect.fail(new LogInError({ reason: { _tag: "LogInFailed" } }))
              const { activation, newest } = yield* activationOf(tx, logonId, presented)
              const device = yield* deviceOf(tx, logonId, presented)
              const own = yield* query(
                tx
                  .select()
                  .from(methods)
                  .where(and(eq(methods.logonId, logonId), isNull(methods.removedAt)))
                  .orderBy(methods.createdAt)
              )
              const facts: LogInFacts = {
                status: logon.status,
                activation,
                trustedDevice: device,
                methods: own.map((row) => methodOf(sealing, row))
              }
              const decided = decide(facts)
              const { events } = Result.isSuccess(decided) ? decided.success : decided.failure
              const [request] = yield* query(
                tx.select({ id: requests.id }).from(requests).where(eq(requests.logonId, logonId))
              )
              const about = { logonId, ...(request && { logonRequestId: request.id }) }
              if (Result.isFailure(decided)) {
                // A refusal is stored before it is answered.
                yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about })
                return Effect.fail(new LogInError({ reason: decided.failure.reason }))
              }
              const { answer, next } = decided.success
              if (next.status === "active" && facts.status !== "active") {
                yield* activate(tx, logonId, newest?.id, at)
              }
              if (device !== null && next.session?.level === "two-step") {
                yield* query(tx.update(devices).set({ lastSeenAt: at }).where(eq(devices.id, device.id)))
              }
              if (request !== undefined) {
                yield* issueCode(tx, { logonId, logonRequestId: request.id, events, now })
              }
              const token =
                next.session === null
                  ? null
                  : yield* openSession(
                      tx,
                      digests,
                      {
                        logonId,
                        level: next.session.level,
                        state:
                          next.session.level === "two-step"
                            ? "open"
                            : facts.methods.some(({ confirmed }) => confirmed)
                              ? "security-code"
                              : "two-step-setup",
                        expiresAt: DateTime.toDateUtc(next.session.expiresAt)
                      },
                      now
                    )
              yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about })
              return Effect.succeed({ answer, token })
            })
          )
        )
    })
  })
)
