import { DateTime, Effect, Redacted, Result } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { changeSome } from "../logon/endLogOns.ts"
import type { Keys } from "../logon/Keys.ts"
import type { Logon } from "../logon/Logon.ts"
import type { TwoStepEvent } from "../logon/LogonEvent.ts"
import { standingOf } from "./applySecondStep.ts"
import type { Challenge, SecondStepStanding, SecondStepState, SecurityCodePurpose } from "./Challenge.ts"
import { challengeIn } from "./challengeIn.ts"
import type { ShownSecondStep } from "./confirmWith.ts"
import { confirmWith } from "./confirmWith.ts"
import { decideSecondStep, secondStepFactsOf } from "./decideSecondStep.ts"
import { parseSecurityCode } from "./parseSecurityCode.ts"
import type { SecurityCodeFacts } from "./securityCodeFacts.ts"
import { TwoStepError } from "./TwoStepError.ts"
import type { TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepKind } from "../logon/Logon.ts"

/** What a typed code is decided on. */
export interface TypedCodeFacts extends SecondStepStanding {
  /** The newest code of the challenge; null: none was sent. */
  readonly code:
    | (Pick<SecurityCodeFacts["securityCode"], "equal" | "state" | "failures"> & {
        readonly purpose: SecurityCodePurpose
        readonly kind: TwoStepKind
        readonly expiresAt: DateTime.Utc
      })
    | null
}

/** What a typed code changes. */
export interface TypedCodeState extends SecondStepState {
  readonly state: SecurityCodeFacts["securityCode"]["state"]
  readonly failures: number
}

type Decided = Change<TypedCodeState | "unchanged", TwoStepEvent, Result.Result<void, TwoStepReason>>

/**
 * Whether what was typed is the code that was sent, now, and what follows. Pure.
 *
 * @rule R-36 @rule D-14
 */
export const decideTypedCode = (
  facts: TypedCodeFacts,
  rules: RuleSetInForce,
  trustDevice: boolean,
  challenge: Pick<Challenge, "browser" | "level">,
  now: DateTime.Utc
): Decided => {
  const { code } = facts
  if (code === null) return { next: "unchanged", events: [], answer: Result.fail({ _tag: "CodeRefused" }) }
  const { equal, expiresAt, failures, kind, purpose, state } = code
  const { decision } = rules.ask.securityCode.evaluate({
    secondStep: secondStepFactsOf(facts, now),
    securityCode: { equal, state, failures, expiresAt: DateTime.toEpochMillis(expiresAt) }
  })
  const { answer, events, next } = decideSecondStep(
    decision,
    { by: kind, purpose, trustDevice },
    facts,
    challenge,
    rules,
    now
  )
  if (next === "unchanged") return { next, events, answer }
  const own = next.confirmed ? { state: "confirmed" as const, failures } : { state, failures: failures + 1 }
  return { next: { ...next, ...own }, events, answer }
}

/** A security code that is typed, held against the newest of its session. Pure. */
export const showSecurityCode = (
  logon: Logon,
  keys: Keys["Service"],
  challenge: Challenge,
  typed: { readonly code: Redacted.Redacted; readonly methodId: string | null; readonly trustDevice: boolean },
  rules: RuleSetInForce,
  now: DateTime.Utc
): ShownSecondStep<TypedCodeState> => {
  const { code, methodId, trustDevice } = typed
  const sent = challengeIn(logon, challenge, "code", methodId)
  const facts: TypedCodeFacts = {
    ...standingOf(logon, keys, challenge, sent?.methodId ?? null),
    code:
      sent === undefined
        ? null
        : {
            equal: keys.isSecurityCode(sent.id, code),
            state: sent.state,
            failures: sent.failures,
            purpose: sent.purpose === "log-in" ? "log-in" : "set-up",
            kind: logon.methods.find(({ id }) => id === sent.methodId)?.kind ?? "email",
            expiresAt: sent.expiresAt
          }
  }
  return {
    methodId: sent?.methodId ?? null,
    decided: decideTypedCode(facts, rules, trustDevice, challenge, now),
    use: (before, { confirmed, failures, state }) => ({
      ...before,
      codes: changeSome(
        before.codes,
        ({ id }) => id === sent?.id,
        (each) => ({ ...each, state, failures, confirmedAt: confirmed ? now : null })
      )
    })
  }
}

/**
 * Confirms a security code: the method works, the session rises to its second level under a new token, and where it was
 * asked for at log-in this browser is trusted.
 *
 * **Details**
 *
 * A code that cannot be one (letters, another length) is a field issue and costs no try. A miss is stored before it is
 * answered. `methodId`: only a code that was sent by this method counts.
 */
export const confirmSecurityCode = Effect.fn("confirmSecurityCode")(function* (
  challenge: Challenge,
  typed: Redacted.Redacted,
  trustDevice: boolean,
  methodId: string | null = null
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const parsed = parseSecurityCode(Redacted.value(typed), rules.policy.twoStep.code.digits)
  if ("issue" in parsed) {
    return yield* new TwoStepError({ reason: { _tag: "Issue", path: "code", messageId: parsed.issue } })
  }
  const code = Redacted.make(parsed.value)
  return yield* confirmWith(challenge, rules, now, (logon, keys) =>
    showSecurityCode(logon, keys, challenge, { code, methodId, trustDevice }, rules, now)
  )
})
