import { Effect, Redacted, Result } from "effect"
import { Passkeys } from "../../two-step/Passkeys.ts"
import { TwoStepError } from "../../two-step/TwoStepError.ts"
import type { MemoryHouse } from "./MemoryHouse.ts"
import { noTokens, standingOf, storeMemoryStep } from "./storeMemoryStep.ts"

type House = MemoryHouse["Service"]

export const memoryPasskeys = (house: House) =>
  Passkeys.of({
    begin: ({ logonId, sessionId }, methodId, now, expiresAt, decide) =>
      Effect.suspend(() => {
        const method = house.methods.get(methodId)
        if (method?.logonId !== logonId) return Effect.fail(new TwoStepError({ reason: { _tag: "MethodNotFound" } }))
        const decided = decide([...house.methods.values()].filter((each) => each.logonId === logonId))
        if (Result.isFailure(decided)) return Effect.fail(new TwoStepError({ reason: decided.failure }))
        const id = house.makeId("security-code")
        house.securityCodes.push({
          id,
          code: Redacted.make(id),
          logonId,
          sessionId,
          methodId,
          purpose: decided.success,
          state: "open",
          failures: 0,
          sentAt: now,
          expiresAt
        })
        return Effect.succeed({ challenge: id })
      }),
    change: (challenge, methodId, answered, now, decide) =>
      Effect.sync(() => {
        const at = house.securityCodes.findLastIndex(
          (code) =>
            code.sessionId === challenge.sessionId &&
            (methodId === null || code.methodId === methodId) &&
            house.methods.get(code.methodId)?.kind === "passkey"
        )
        const code = house.securityCodes[at]
        const { answer, events, next } = decide({
          ...standingOf(house, challenge.logonId, code?.methodId ?? null),
          passkey: code
            ? {
                signed: answered["signs"] === code.id,
                state: code.state,
                purpose: code.purpose,
                expiresAt: code.expiresAt
              }
            : null
        })
        if (next === "unchanged" || code === undefined) return { answer, tokens: noTokens }
        if (next.confirmed) house.securityCodes[at] = { ...code, state: "confirmed" }
        return { answer, tokens: storeMemoryStep(house, challenge, code.methodId, next, events, now) }
      })
  })
