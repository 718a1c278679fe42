import { DateTime, Effect, Redacted, Result } from "effect"
import { SecurityCodes } from "../../two-step/SecurityCodes.ts"
import type { Challenge, TypedCodeFacts } from "../../two-step/SecurityCodes.ts"
import { TwoStepError } from "../../two-step/TwoStepError.ts"
import type { MemoryHouse, MemorySecurityCode } from "./MemoryHouse.ts"
import { noTokens, standingOf, storeMemoryStep } from "./storeMemoryStep.ts"

type House = MemoryHouse["Service"]

const newestOf = (
  { methods, securityCodes }: House,
  { logonId, sessionId }: Challenge,
  methodId: string | null
): MemorySecurityCode | undefined =>
  securityCodes.findLast(
    (code) =>
      code.logonId === logonId &&
      code.sessionId === sessionId &&
      (methodId === null || code.methodId === methodId) &&
      methods.get(code.methodId)?.kind !== "passkey"
  )

const replace = ({ securityCodes }: House, code: MemorySecurityCode): void => {
  securityCodes[securityCodes.findIndex(({ id }) => id === code.id)] = code
}

const factsOf = (
  house: House,
  code: MemorySecurityCode | undefined,
  logonId: string,
  typed: Redacted.Redacted
): TypedCodeFacts => ({
  ...standingOf(house, logonId, code?.methodId ?? null),
  code:
    code === undefined
      ? null
      : {
          equal: Redacted.value(code.code) === Redacted.value(typed),
          state: code.state,
          failures: code.failures,
          purpose: code.purpose,
          kind: house.methods.get(code.methodId)?.kind ?? "email",
          expiresAt: code.expiresAt
        }
})

/** Keeps security codes: six digits that count up. */
export const memorySecurityCodes = (house: House) =>
  SecurityCodes.of({
    issue: ({ logonId, sessionId }, methodId, now, decide) =>
      Effect.suspend(() => {
        const method = house.methods.get(methodId)
        if (method?.logonId !== logonId) {
          return Effect.fail(new TwoStepError({ reason: { _tag: "MethodNotFound" } }))
        }
        const targetOf = (code: MemorySecurityCode) => house.methods.get(code.methodId)?.target
        const today = house.securityCodes.filter(({ sentAt }) =>
          DateTime.isGreaterThan(sentAt, DateTime.subtract(now, { hours: 24 }))
        )
        const whenSent = (codes: ReadonlyArray<MemorySecurityCode>) => codes.map(({ sentAt }) => sentAt)
        const methods = [...house.methods.values()].filter((each) => each.logonId === logonId)
        const decided = decide({
          methods,
          sentToLogon: whenSent(today.filter((code) => code.logonId === logonId)),
          sentToTarget: whenSent(today.filter((code) => code.logonId === logonId || targetOf(code) === method.target))
        })
        if (Result.isFailure(decided)) return Effect.fail(new TwoStepError({ reason: decided.failure }))
        for (const code of house.securityCodes) {
          if (code.logonId === logonId && code.state === "open") replace(house, { ...code, state: "superseded" })
        }
        for (const { confirmed, id, kind } of methods) {
          if (id !== methodId && kind === method.kind && !confirmed) house.methods.delete(id)
        }
        const id = house.makeId("security-code")
        house.securityCodes.push({
          id,
          code: Redacted.make(String(400_533 + house.securityCodes.length)),
          logonId,
          sessionId,
          methodId,
          purpose: decided.success.purpose,
          state: "open",
          failures: 0,
          sentAt: now,
          expiresAt: decided.success.expiresAt
        })
        house.record(logonId, [{ _tag: "SecurityCodeSent", securityCodeId: id, kind: method.kind }])
        return Effect.void
      }),

    isAwaited: (challenge) => Effect.sync(() => newestOf(house, challenge, null)?.state === "open"),

    change: (challenge, methodId, typed, now, decide) =>
      Effect.sync(() => {
        const { logonId } = challenge
        const code = newestOf(house, challenge, methodId)
        const { answer, events, next } = decide(factsOf(house, code, logonId, typed))
        if (next === "unchanged" || code === undefined) return { answer, tokens: noTokens }
        replace(house, { ...code, state: next.state, failures: next.failures })
        return { answer, tokens: storeMemoryStep(house, challenge, code.methodId, next, events, now) }
      })
  })
