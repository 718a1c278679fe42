import { LogInError, LogIns } from "@mtc-logon/core/login"
import type { LogInFacts, LogInState, Presented } from "@mtc-logon/core/login"
import { usernameKey } from "@mtc-logon/core/logon"
import { and, eq, inArray, isNull } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import { activationCodeTable as codes } from "../database/activationCodeTable.ts"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { sessionTable as sessions } from "../database/sessionTable.ts"
import { trustedDeviceTable as devices } from "../database/trustedDeviceTable.ts"
import { trustedDeviceTokenTable as tokens } from "../database/trustedDeviceTokenTable.ts"
import { twoStepMethodTable as methods } from "../database/twoStepMethodTable.ts"
import { Derived } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { issueActivationCode } from "./issueActivationCode.ts"
import { methodOf } from "./methodOf.ts"
import { openSession } from "./openSession.ts"
import { recordEvents } from "./recordEvents.ts"
import { nextDeviceToken } from "./trustDevice.ts"

/** Subject of the audit rows of usernames that nobody has. */
const nobody = "00000000-0000-0000-0000-000000000000"

/** What the person has to do next. */
const stateOf = ({ level, termsPending }: NonNullable<LogInState["session"]>, { methods }: LogInFacts) => {
  if (level === "two-step") return termsPending ? "terms" : "open"
  return methods.some(({ confirmed }) => confirmed) ? "security-code" : "two-step-setup"
}

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
      if (newest === undefined) return null
      const token = presented.activationCode
      const codeId = token === null ? undefined : derived.readLinkToken("activation", token)
      const activation: LogInFacts["activation"] = {
        equal: codeId === newest.id,
        known: codeId !== newest.id && sent.some(({ id }) => id === codeId),
        state: newest.state,
        expiresAt: DateTime.fromDateUnsafe(newest.expiresAt),
        resends: sent.length - 1
      }
      return activation
    })

    /** The rows of these tokens with their devices, the best first: this logon's, trusted still, newest. */
    const devicesOf = (db: Db, shown: ReadonlyArray<Redacted.Redacted>) => {
      const mine = shown.flatMap((token) => digests.allOf("token", token))
      return db
        .select()
        .from(tokens)
        .innerJoin(devices, eq(devices.id, tokens.deviceId))
        .where(inArray(tokens.tokenDigest, ["", ...mine]))
    }

    const deviceOf = Effect.fnUntraced(function* (tx: Db, logonId: string, presented: Presented) {
      const rows = yield* query(devicesOf(tx, presented.trustedDevices).for("update"))
      const rank = ({ trusted_device: device, trusted_device_token: token }: (typeof rows)[number]) =>
        (device.logonId === logonId ? 0 : 4) + (device.revokedAt === null ? 0 : 2) + (token.replacedAt === null ? 0 : 1)
      const [best] = rows.toSorted((a, b) => rank(a) - rank(b))
      if (best === undefined) return null
      const { trusted_device: device, trusted_device_token: token } = best
      const shown = presented.trustedDevices.find((each) => digests.allOf("token", each).includes(token.tokenDigest))
      return {
        id: device.id,
        shown: shown!,
        facts: {
          sameLogon: device.logonId === logonId,
          revoked: device.revokedAt !== null,
          replacedAt: token.replacedAt?.getTime() ?? null,
          expiresAt: device.expiresAt.getTime()
        }
      }
    })

    /** A copied token: the device is trusted no more, and the sessions that came of it end. @rule D-15 */
    const revokeDevice = Effect.fnUntraced(function* (tx: Db, id: string, at: Date) {
      yield* query(tx.update(devices).set({ revokedAt: at }).where(eq(devices.id, id)))
      yield* query(
        tx
          .update(sessions)
          .set({ endedAt: at })
          .where(and(eq(sessions.deviceId, id), isNull(sessions.endedAt)))
      )
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

      passwordOf: (logonId) =>
        Effect.map(
          run((db) => db.select({ hash: logons.passwordHash }).from(logons).where(eq(logons.id, logonId))),
          ([row]) => (row === undefined ? null : Redacted.make(row.hash))
        ),

      trustedDeviceOf: Effect.fnUntraced(function* (username, shown, now) {
        const [logon] = yield* run((db) =>
          db
            .select({ id: logons.id })
            .from(logons)
            .where(eq(logons.usernameKey, usernameKey(username)))
        )
        const rows = yield* run((db) => devicesOf(db, shown))
        const own = rows.find(
          ({ trusted_device: device, trusted_device_token: token }) =>
            device.logonId === logon?.id &&
            device.revokedAt === null &&
            token.replacedAt === null &&
            device.expiresAt > DateTime.toDateUtc(now)
        )
        return own?.trusted_device.id ?? null
      }),

      miss: (logonId, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const id = logonId ?? nobody
            const [logon] = yield* query(
              tx.select({ failures: logons.failedLogIns }).from(logons).where(eq(logons.id, id)).for("update")
            )
            const { events, next } = decide(logon?.failures ?? 0)
            yield* query(tx.update(logons).set({ failedLogIns: next }).where(eq(logons.id, id)))
            yield* record(tx, { subjectId: id, actor: "person", at: now, events, about: { logonId: id } })
          })
        ),

      change: (logonId, presented, now, decide) =>
        Effect.flatten(
          transaction((tx) =>
            Effect.gen(function* () {
              const at = DateTime.toDateUtc(now)
              const [logon] = yield* query(tx.select().from(logons).where(eq(logons.id, logonId)).for("update"))
              if (logon === undefined) return Effect.fail(new LogInError({ reason: { _tag: "LogInFailed" } }))
              const activation = yield* activationOf(tx, logonId, presented)
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
                failuresInARow: logon.failedLogIns,
                termsVersion: logon.termsVersion,
                activation,
                trustedDevice: device?.facts ?? null,
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
              yield* query(tx.update(logons).set({ failedLogIns: next.failuresInARow }).where(eq(logons.id, logonId)))
              if (device !== null && next.trustedDevice === "revoke") yield* revokeDevice(tx, device.id, at)
              const trustedDevice =
                device !== null && next.trustedDevice === "rotate"
                  ? { before: device.shown, now: yield* nextDeviceToken(tx, digests, device.id, now) }
                  : null
              if (request !== undefined) {
                const issued = events.filter((event) => event._tag === "ActivationCodeIssued")
                yield* issueCode(tx, { logonId, logonRequestId: request.id, events: issued, now })
              }
              const session =
                next.session === null
                  ? null
                  : yield* openSession(
                      tx,
                      digests,
                      {
                        logonId,
                        level: next.session.level,
                        state: stateOf(next.session, facts),
                        expiresAt: DateTime.toDateUtc(next.session.expiresAt),
                        passwordAt: at,
                        deviceId: next.session.level === "two-step" ? (device?.id ?? null) : null
                      },
                      now
                    )
              yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about })
              return Effect.succeed({ answer, tokens: { session, trustedDevice } })
            })
          )
        )
    })
  })
)
