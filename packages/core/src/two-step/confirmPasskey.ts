import { DateTime, Effect } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { changeSome } from "../logon/endLogOns.ts"
import type { Keys } from "../logon/Keys.ts"
import type { Logon } from "../logon/Logon.ts"
import { findLogon } from "../logon/findLogon.ts"
import { standingOf } from "./applySecondStep.ts"
import type { Challenge, DecidedSecondStep, SecurityCodePurpose } from "./Challenge.ts"
import { challengeIn } from "./challengeIn.ts"
import { confirmWith } from "./confirmWith.ts"
import { decideSecondStep, refuseSecondStep, secondStepFactsOf } from "./decideSecondStep.ts"
import { liveMethods, workingMethods } from "./methodsOf.ts"
import { Passkeys } from "./Passkeys.ts"
import type { AnsweredPasskeyFacts, PasskeyAnswer } from "./Passkeys.ts"
import type { Redacted } from "effect"

/** Whether a passkey's answer confirms, and what follows. Pure. @rule D-49 */
export const decidePasskey = (
  facts: AnsweredPasskeyFacts,
  rules: RuleSetInForce,
  trustDevice: boolean,
  challenge: Pick<Challenge, "browser" | "level">,
  now: DateTime.Utc
): DecidedSecondStep => {
  const { passkey } = facts
  if (passkey === null) return refuseSecondStep({ _tag: "CodeRefused" })
  const { expiresAt, purpose, signed, state } = passkey
  const { decision } = rules.ask.passkey.evaluate({
    secondStep: secondStepFactsOf(facts, now),
    passkey: { signed, state, expiresAt: DateTime.toEpochMillis(expiresAt) }
  })
  return decideSecondStep(decision, { by: "passkey", purpose, trustDevice }, facts, challenge, rules, now)
}

/** A challenge was signed: it is used, and the passkey counts from there on. @rule D-49 */
export const usePasskey = (
  logon: Logon,
  keys: Keys["Service"],
  codeId: string,
  { methodId, target }: { readonly methodId: string; readonly target: Redacted.Redacted },
  now: DateTime.Utc
): Logon => ({
  ...logon,
  codes: changeSome(
    logon.codes,
    ({ id }) => id === codeId,
    (code) => ({ ...code, state: "confirmed", confirmedAt: now })
  ),
  methods: changeSome(
    logon.methods,
    ({ id }) => id === methodId,
    (way) => ({ ...way, target: keys.seal("target", methodId, target) })
  )
})

/**
 * Confirms by a passkey: a new one works, or it is the second step.
 *
 * **Details**
 *
 * The signature is checked before anything is locked; whether its challenge is still the newest is decided on the logon as it
 * stands then. The one that signed is any of the logon's: the browser chooses.
 */
export const confirmPasskey = Effect.fn("confirmPasskey")(function* (
  challenge: Challenge,
  answered: PasskeyAnswer,
  trustDevice: boolean,
  methodId: string | null
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const before = yield* findLogon(challenge.logonId, now)
  const asked = challengeIn(before, challenge, "passkey", methodId)
  const purpose: SecurityCodePurpose = asked?.purpose === "log-in" ? "log-in" : "set-up"
  const signed =
    asked === undefined
      ? null
      : yield* (yield* Passkeys).signed({
          purpose,
          challengeId: asked.id,
          answered,
          passkeys:
            purpose === "log-in"
              ? workingMethods(before, "passkey")
              : liveMethods(before).filter(({ id }) => id === asked.methodId)
        })
  return yield* confirmWith(challenge, rules, now, (logon, keys) => {
    const code = challengeIn(logon, challenge, "passkey", methodId)
    const own = code?.id === asked?.id && liveMethods(logon).some(({ id }) => id === signed?.methodId) ? signed : null
    const facts: AnsweredPasskeyFacts = {
      ...standingOf(logon, keys, challenge, code?.methodId ?? null),
      passkey:
        code === undefined ? null : { signed: own !== null, state: code.state, purpose, expiresAt: code.expiresAt }
    }
    return {
      methodId: own?.methodId ?? null,
      decided: decidePasskey(facts, rules, trustDevice, challenge, now),
      use: (logon, { confirmed }) =>
        confirmed && own !== null && code !== undefined ? usePasskey(logon, keys, code.id, own, now) : logon
    }
  })
})
