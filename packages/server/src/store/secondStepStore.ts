import { RuleSets } from "@mtc-logon/core/decisions"
import type {
  Challenge,
  ConfirmedTokens,
  SecondStepStanding,
  SecondStepState,
  TwoStepEvent
} from "@mtc-logon/core/two-step"
import { and, eq, isNull } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { sessionTable as sessions } from "../database/sessionTable.ts"
import { twoStepMethodTable as methods } from "../database/twoStepMethodTable.ts"
import { securityCodeTable as codes } from "../database/securityCodeTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { activateLogon } from "./activateLogon.ts"
import { endOthers } from "./endOthers.ts"
import { keepNotMeCode, ofChange } from "./keepNotMeCode.ts"
import { openSession } from "./openSession.ts"
import { recordEvents } from "./recordEvents.ts"
import { trustDevice } from "./trustDevice.ts"
import { sealWays } from "./sealWays.ts"

type MethodRow = typeof methods.$inferSelect

/** What a second step makes that confirmed nothing. */
export const noTokens: ConfirmedTokens = { session: null, trustedDevice: null, termsPending: false }

/**
 * What every second step is decided on and changes, whichever way it is: the logon's counters, the session, the device.
 *
 * **Details**
 *
 * `lock` first, always: it is the logon's row that makes fifty at once one after the other. `finish` last: it records what
 * has happened.
 */
export const secondStepStore = Effect.gen(function* () {
  const digests = yield* Digests
  const ids = yield* Ids
  const ruleSets = yield* RuleSets
  const sealing = yield* Sealing
  const activate = yield* activateLogon
  const keepCode = yield* keepNotMeCode
  const record = yield* recordEvents

  const lock = Effect.fnUntraced(function* (tx: Db, { logonId, sessionId }: Challenge) {
    const [logon] = yield* query(tx.select().from(logons).where(eq(logons.id, logonId)).for("update"))
    const own: ReadonlyArray<MethodRow> = yield* query(
      tx
        .select()
        .from(methods)
        .where(and(eq(methods.logonId, logonId), isNull(methods.removedAt)))
        .orderBy(methods.createdAt)
    )
    const [session] = yield* query(
      tx
        .select()
        .from(sessions)
        .where(and(eq(sessions.idDigest, sessionId), isNull(sessions.endedAt)))
    )
    const standingFor = (methodId: string | null): SecondStepStanding => ({
      status: logon?.status ?? "expired",
      notMeId: ids.make("not-me-code"),
      failuresInARow: logon?.missedCodes ?? 0,
      lockedUntil: logon?.codesLockedUntil == null ? null : DateTime.fromDateUnsafe(logon.codesLockedUntil),
      termsVersion: logon?.termsVersion ?? "",
      othersWork: own.some(({ confirmedAt, id }) => confirmedAt !== null && id !== methodId)
    })
    /** `session`: null where it is over, or has risen meanwhile: nothing confirms it any more. */
    return { logon, own, session: session ?? null, standingFor }
  })

  const raise = Effect.fnUntraced(function* (
    tx: Db,
    { browser, logonId, sessionId }: Challenge,
    session: typeof sessions.$inferSelect,
    next: SecondStepState,
    now: DateTime.Utc
  ) {
    const deviceId = next.trustDeviceUntil === null ? session.deviceId : ids.make("trusted-device")
    const token = yield* openSession(
      tx,
      digests,
      {
        logonId,
        level: "two-step",
        state: next.termsPending ? "terms" : "open",
        expiresAt: session.expiresAt,
        passwordAt: session.passwordAt,
        deviceId,
        inPlaceOf: sessionId
      },
      now
    )
    if (next.trustDeviceUntil === null || deviceId === null) return { session: token, trustedDevice: null }
    const { policy } = yield* ruleSets.inForce(now)
    const { trustedDevice } = policy.twoStep
    const maxDevices = trustedDevice === "off" ? 0 : trustedDevice.maxDevices
    const expiresAt = DateTime.toDateUtc(next.trustDeviceUntil)
    const device = { id: deviceId, logonId, name: browser.name, expiresAt, maxDevices }
    return { session: token, trustedDevice: yield* trustDevice(tx, digests, device, now) }
  })

  /** Takes away every way of a logon that never worked, and kills what was sent. */
  const endPending = Effect.fnUntraced(function* (tx: Db, logonId: string, at: Date) {
    const never = and(eq(methods.logonId, logonId), isNull(methods.confirmedAt), isNull(methods.removedAt))
    yield* query(tx.update(methods).set({ removedAt: at }).where(never))
    yield* query(
      tx
        .update(codes)
        .set({ state: "superseded" })
        .where(and(eq(codes.logonId, logonId), eq(codes.state, "open")))
    )
  })

  const finish = Effect.fnUntraced(function* (
    tx: Db,
    challenge: Challenge,
    session: typeof sessions.$inferSelect | null,
    methodId: string | null,
    next: SecondStepState,
    events: ReadonlyArray<TwoStepEvent>,
    now: DateTime.Utc
  ) {
    const { browser, logonId, sessionId } = challenge
    const at = DateTime.toDateUtc(now)
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
      return noTokens
    }
    if (next.undo !== null) {
      const { notMeId, until } = next.undo
      const before = yield* sealWays(tx, sealing, notMeId, logonId)
      yield* keepCode(tx, { ...ofChange(notMeId, logonId), part: "two-step", before }, now, until)
    }
    if (methodId !== null) {
      yield* query(
        tx
          .update(methods)
          .set({ confirmedAt: at })
          .where(and(eq(methods.id, methodId), isNull(methods.confirmedAt)))
      )
    }
    if (next.activates) yield* activate(tx, logonId, at)
    if (next.endsPending) yield* endPending(tx, logonId, at)
    if (next.endsOthers) yield* endOthers(tx, logonId, sessionId, now)
    const tokens = session === null ? noTokens : yield* raise(tx, challenge, session, next, now)
    const [request] = yield* query(tx.select({ id: requests.id }).from(requests).where(eq(requests.logonId, logonId)))
    const about = { logonId, ...browser.name, ...(request && { logonRequestId: request.id }) }
    yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about })
    return { ...tokens, termsPending: next.termsPending }
  })

  return { lock, finish }
})

/** The methods of a logon that work, of one kind. */
export const confirmedOf = (kind: MethodRow["kind"]) => (own: ReadonlyArray<MethodRow>) =>
  own.filter((row) => row.kind === kind && row.confirmedAt !== null)
