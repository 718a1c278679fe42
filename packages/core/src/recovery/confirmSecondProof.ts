import { DateTime, Effect, Redacted, Result } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import type { Keys } from "../logon/Keys.ts"
import type { Logon } from "../logon/Logon.ts"
import { Logons } from "../logon/Logons.ts"
import type { LogonDecision } from "../logon/Logons.ts"
import { typedAppOf, useStep } from "../two-step/confirmAppCode.ts"
import { usePasskey } from "../two-step/confirmPasskey.ts"
import { typedRecoveryCode, useRecoveryCode } from "../two-step/confirmRecoveryCode.ts"
import { workingMethods } from "../two-step/methodsOf.ts"
import { parseRecoveryCode } from "../two-step/parseRecoveryCode.ts"
import { parseSecurityCode } from "../two-step/parseSecurityCode.ts"
import { Passkeys } from "../two-step/Passkeys.ts"
import type { PasskeyAnswer } from "../two-step/Passkeys.ts"

/** What is shown besides the link: what was typed, of an app or a recovery code, or what a passkey signed. */
export type SecondProof = { readonly code: Redacted.Redacted } | { readonly credential: PasskeyAnswer }

/** How often one may be wrong is counted by the link, not here. */
const secondStepAt = (now: DateTime.Utc) => ({
  failuresInARow: 0,
  lockedUntil: null,
  now: DateTime.toEpochMillis(now)
})

const not = (logon: Logon): LogonDecision<boolean, never> => ({
  next: logon,
  events: [],
  answer: Result.succeed(false)
})
const used = (next: Logon): LogonDecision<boolean, never> => ({ next, events: [], answer: Result.succeed(true) })

/** Whether what was typed is a recovery code or an app's code; it is used by that. Pure. @rule D-47 */
export const decideTypedProof = (
  logon: Logon,
  keys: Keys["Service"],
  typed: Redacted.Redacted,
  { ask, policy }: RuleSetInForce,
  now: DateTime.Utc
): LogonDecision<boolean, never> => {
  const { app, code: codes, recoveryCode: recoveryCodes } = policy.twoStep
  const recoveryCode = parseRecoveryCode(Redacted.value(typed), recoveryCodes.characters)
  if ("value" in recoveryCode) {
    const code = typedRecoveryCode(logon, keys, Redacted.make(recoveryCode.value))
    const facts = { secondStep: secondStepAt(now), recoveryCode: { state: code?.state ?? ("none" as const) } }
    return ask.recoveryCode.evaluate(facts).decision._tag === "Accepted"
      ? used(useRecoveryCode(logon, code?.id, now))
      : not(logon)
  }
  const appCode = parseSecurityCode(Redacted.value(typed), codes.digits)
  if ("issue" in appCode) return not(logon)
  const apps = workingMethods(logon, "totp")
  const found = typedAppOf(apps, keys, Redacted.make(appCode.value), app, now)
  if (found === undefined || found.step === null) return not(logon)
  const facts = { secondStep: secondStepAt(now), appCode: { step: found.step, lastStep: found.app.lastTimeStep } }
  return ask.appCode.evaluate(facts).decision._tag === "Accepted"
    ? used(useStep(logon, found.app.id, found.step))
    : not(logon)
}

/** The challenge of a link that waits to be signed: a link has no session, so its id stands where a session's would. */
const challengeOf = ({ codes }: Logon, linkId: string) =>
  codes.findLast(({ purpose, sessionId, state }) => purpose === "recovery" && state === "open" && sessionId === linkId)

/** Whether a passkey of the logon signed the newest challenge of this link; the challenge is used by that. */
const confirmSigned = Effect.fnUntraced(function* (
  before: Logon,
  linkId: string,
  answered: PasskeyAnswer,
  { ask }: RuleSetInForce,
  now: DateTime.Utc
) {
  const asked = challengeOf(before, linkId)
  const passkeys = workingMethods(before, "passkey")
  const signed =
    asked === undefined
      ? null
      : yield* (yield* Passkeys).signed({ purpose: "log-in", challengeId: asked.id, passkeys, answered })
  if (asked === undefined || signed === null) return false
  return yield* (yield* Logons).change(before, now, (logon, keys) => {
    const code = challengeOf(logon, linkId)
    const isTheirs = code?.id === asked.id && workingMethods(logon, "passkey").some(({ id }) => id === signed.methodId)
    if (code === undefined || !isTheirs) return not(logon)
    const passkey = { signed: true, state: code.state, expiresAt: DateTime.toEpochMillis(code.expiresAt) }
    return ask.passkey.evaluate({ secondStep: secondStepAt(now), passkey }).decision._tag === "Accepted"
      ? used(usePasskey(logon, keys, code.id, signed, now))
      : not(logon)
  })
})

/** Whether a logon has anything that proves besides the mailed link: an app, a passkey, a recovery code. @rule D-47 */
export const hasSecondProof = (logon: Logon): boolean =>
  logon.recoveryCodes.some(({ state }) => state === "open") ||
  workingMethods(logon, "totp").length + workingMethods(logon, "passkey").length > 0

/**
 * Whether what was shown proves besides the mailed link, now; it is used by that.
 *
 * **Gotchas**
 *
 * A code to the mailbox that got the link is none.
 *
 * @rule D-47 @rule D-49
 */
export const confirmSecondProof = Effect.fnUntraced(function* (
  logon: Logon,
  linkId: string,
  shown: SecondProof,
  rules: RuleSetInForce,
  now: DateTime.Utc
) {
  if ("credential" in shown) return yield* confirmSigned(logon, linkId, shown.credential, rules, now)
  return yield* (yield* Logons).change(logon, now, (found, keys) =>
    decideTypedProof(found, keys, shown.code, rules, now)
  )
})
