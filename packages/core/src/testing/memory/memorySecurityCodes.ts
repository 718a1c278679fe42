import { DateTime, Effect, Redacted, Result } from "effect"
import { SecurityCodes } from "../../two-step/SecurityCodes.ts"
import type { Challenge, TypedCodeFacts } from "../../two-step/SecurityCodes.ts"
import { TwoStepError } from "../../two-step/TwoStepError.ts"
import type { MemoryHouse, MemorySecurityCode } from "./MemoryHouse.ts"
import { endMemorySession, openMemorySession } from "./memorySessions.ts"

type House = MemoryHouse["Service"]

const none = { session: null, trustedDevice: null }

const newestOf = ({ securityCodes }: House, { logonId, sessionId }: Challenge): MemorySecurityCode | undefined =>
  securityCodes.findLast((code) => code.logonId === logonId && code.sessionId === sessionId)

const replace = ({ securityCodes }: House, code: MemorySecurityCode): void => {
  securityCodes[securityCodes.findIndex(({ id }) => id === code.id)] = code
}

const factsOf = (
  { logons, methods }: House,
  code: MemorySecurityCode | undefined,
  logonId: string,
  typed: Redacted.Redacted
): TypedCodeFacts => ({
  code:
    code === undefined
      ? null
      : {
          equal: Redacted.value(code.code) === Redacted.value(typed),
          state: code.state,
          failures: code.failures,
          purpose: code.purpose,
          kind: methods.get(code.methodId)?.kind ?? "email",
          expiresAt: code.expiresAt
        },
  failuresInARow: logons.get(logonId)?.missedCodes ?? 0,
  lockedUntil: logons.get(logonId)?.codesLockedUntil ?? null
})

/** The session rises under a new token, its method works, and the browser is trusted where that was asked. */
const confirm = (house: House, code: MemorySecurityCode, until: DateTime.Utc | null, now: DateTime.Utc) => {
  const { logonId, sessionId } = code
  const method = house.methods.get(code.methodId)
  if (method !== undefined) house.methods.set(method.id, { ...method, confirmed: true })
  const session = [...house.sessions.values()].find(({ id }) => id === sessionId)
  endMemorySession(house, sessionId, now)
  const token = `token of ${house.makeId("trusted-device")}`
  if (until !== null) house.devices.push({ token, logonId, revoked: false, expiresAt: until })
  return {
    session:
      session === undefined
        ? null
        : openMemorySession(house, { logonId, level: "two-step", expiresAt: session.expiresAt }, now),
    trustedDevice: until === null ? null : Redacted.make(token)
  }
}

/** Keeps security codes: six digits that count up. */
export const memorySecurityCodes = (house: House) =>
  SecurityCodes.of({
    issue: ({ logonId, sessionId }, methodId, purpose, now, decide) =>
      Effect.suspend(() => {
        const method = house.methods.get(methodId)
        if (method?.logonId !== logonId || (purpose === "log-in" && !method.confirmed)) {
          return Effect.fail(new TwoStepError({ reason: { _tag: "MethodNotFound" } }))
        }
        const targetOf = (code: MemorySecurityCode) => house.methods.get(code.methodId)?.target
        const sent = house.securityCodes
          .filter(
            (code) =>
              (code.logonId === logonId || targetOf(code) === method.target) &&
              DateTime.isGreaterThan(code.sentAt, DateTime.subtract(now, { hours: 24 }))
          )
          .map(({ sentAt }) => sentAt)
        const decided = decide(sent)
        if (Result.isFailure(decided)) return Effect.fail(new TwoStepError({ reason: decided.failure }))
        for (const code of house.securityCodes) {
          if (code.logonId === logonId && code.state === "open") replace(house, { ...code, state: "superseded" })
        }
        const id = house.makeId("security-code")
        house.securityCodes.push({
          id,
          code: Redacted.make(String(400_533 + house.securityCodes.length)),
          logonId,
          sessionId,
          methodId,
          purpose,
          state: "open",
          failures: 0,
          sentAt: now,
          expiresAt: decided.success.expiresAt
        })
        house.record(logonId, [{ _tag: "SecurityCodeSent", securityCodeId: id, kind: method.kind }])
        return Effect.void
      }),

    change: (challenge, typed, now, decide) =>
      Effect.sync(() => {
        const { logonId } = challenge
        const code = newestOf(house, challenge)
        const { answer, events, next } = decide(factsOf(house, code, logonId, typed))
        const logon = house.logons.get(logonId)
        if (next === "unchanged" || code === undefined || logon === undefined) return { answer, tokens: none }
        replace(house, { ...code, state: next.state, failures: next.failures })
        house.logons.set(logonId, {
          ...logon,
          missedCodes: next.failuresInARow,
          codesLockedUntil: next.lockedUntil
        })
        house.record(logonId, events)
        return { answer, tokens: next.confirmed ? confirm(house, code, next.trustDeviceUntil, now) : none }
      }),

    forDevelopment: (challenge) =>
      Effect.sync(() => {
        const code = newestOf(house, challenge)
        return code?.state === "open" ? code.code : null
      })
  })
