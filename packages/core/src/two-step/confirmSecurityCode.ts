import { DateTime, Effect, Redacted, Result } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { parseSecurityCode } from "./parseSecurityCode.ts"
import { SecurityCodes } from "./SecurityCodes.ts"
import type { Challenge, TypedCodeFacts, TypedCodeState } from "./SecurityCodes.ts"
import { TwoStepError } from "./TwoStepError.ts"
import type { TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepEvent } from "./TwoStepEvent.ts"

type Decided = Change<TypedCodeState | "unchanged", TwoStepEvent, Result.Result<void, TwoStepReason>>

const refuse = (reason: TwoStepReason): Decided => ({ next: "unchanged", events: [], answer: Result.fail(reason) })

/**
 * Whether what was typed is the code, now, and what follows. Pure: the rows are locked by whoever calls.
 *
 * **Gotchas**
 *
 * A locked logon is not told whether the code was right, and the try is not counted. Failures in a row are counted over all
 * codes: a new code resets nothing.
 *
 * @rule R-36 @rule D-14
 */
export const decideTypedCode = (
  { code, failuresInARow, lockedUntil }: TypedCodeFacts,
  { ask, policy }: RuleSetInForce,
  trustDevice: boolean,
  now: DateTime.Utc
): Decided => {
  if (code === null) return refuse({ _tag: "CodeRefused" })
  const { kind, purpose } = code
  const { decision } = ask.securityCode.evaluate({
    securityCode: {
      equal: code.equal,
      state: code.state,
      failures: code.failures,
      failuresInARow,
      lockedUntil: lockedUntil === null ? null : DateTime.toEpochMillis(lockedUntil),
      now: DateTime.toEpochMillis(now),
      expiresAt: DateTime.toEpochMillis(code.expiresAt)
    }
  })
  const { maxFailuresInARow, lockMinutes } = policy.twoStep.code
  const { trustedDevice } = policy.twoStep
  switch (decision._tag) {
    case "Accepted": {
      // the box is on the log-in screen only.
      const trusts = trustDevice && purpose === "log-in" && trustedDevice !== "off"
      return {
        next: {
          state: "confirmed",
          failures: code.failures,
          failuresInARow: 0,
          lockedUntil: null,
          confirmed: true,
          trustDeviceUntil: trusts ? DateTime.add(now, { days: trustedDevice.lifetimeDays }) : null
        },
        events: [
          { _tag: "SecurityCodeConfirmed", kind },
          ...(purpose === "set-up" ? [{ _tag: "TwoStepMethodConfirmed", kind } as const] : []),
          ...(trusts ? [{ _tag: "DeviceTrusted" } as const] : [])
        ],
        answer: Result.succeed(undefined)
      }
    }
    case "Locked":
      return refuse({ _tag: "CodeLocked", retryAt: lockedUntil ?? DateTime.add(now, { minutes: lockMinutes }) })
    case "Refused":
    case "Referred":
    case "NeedsFacts": {
      const inARow = failuresInARow + 1
      const locks = inARow >= maxFailuresInARow
      return {
        next: {
          state: code.state,
          failures: code.failures + 1,
          failuresInARow: locks ? 0 : inARow,
          lockedUntil: locks ? DateTime.add(now, { minutes: lockMinutes }) : null,
          confirmed: false,
          trustDeviceUntil: null
        },
        events: [{ _tag: "SecurityCodeMissed", failures: inARow }],
        answer: Result.fail({ _tag: "CodeRefused" })
      }
    }
  }
}

/**
 * Confirms a security code: the method works, the session rises to its second level under a new token, and where it was
 * asked for at log-in this browser is trusted.
 *
 * **Details**
 *
 * A code that cannot be one (letters, another length) is a field issue and costs no try. A miss is stored before it is
 * answered.
 */
export const confirmSecurityCode = Effect.fn("confirmSecurityCode")(function* (
  challenge: Challenge,
  typed: Redacted.Redacted,
  trustDevice: boolean
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const parsed = parseSecurityCode(Redacted.value(typed), rules.policy.twoStep.code.digits)
  if ("issue" in parsed) {
    return yield* new TwoStepError({ reason: { _tag: "Issue", path: "code", messageId: parsed.issue } })
  }
  const { answer, tokens } = yield* (yield* SecurityCodes).change(
    challenge,
    Redacted.make(parsed.value),
    now,
    (facts) => decideTypedCode(facts, rules, trustDevice, now)
  )
  if (Result.isFailure(answer)) return yield* new TwoStepError({ reason: answer.failure })
  return tokens
})
