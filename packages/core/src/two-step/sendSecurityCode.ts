import { DateTime, Effect, Result } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import { Passkeys } from "./Passkeys.ts"
import { SecurityCodes } from "./SecurityCodes.ts"
import type { Challenge, SecurityCodePurpose, SendingFacts, SentCodes } from "./SecurityCodes.ts"
import { TwoStepError } from "./TwoStepError.ts"
import type { TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepMethod } from "./TwoStepMethod.ts"
import { TwoStepMethods } from "./TwoStepMethods.ts"
import type { TwoStepPolicy } from "./TwoStepPolicy.ts"

/** When the oldest of the newest `most` sent codes leaves a window; never too soon where there are fewer. */
const openAgainAt = (sent: SentCodes, most: number, minutes: number): DateTime.Utc | undefined => {
  const oldest = sent.at(-most)
  return oldest === undefined ? undefined : DateTime.add(oldest, { minutes })
}

/** Whether another code may be sent now, and how long it is good for. Pure. @rule D-14 @rule R-36 */
export const decideSend = (
  sent: SentCodes,
  { lifetimeMinutes, resend }: TwoStepPolicy["twoStep"]["code"],
  now: DateTime.Utc
): Result.Result<{ readonly expiresAt: DateTime.Utc }, TwoStepReason> => {
  const waits = [
    openAgainAt(sent, 1, resend.cooldownSeconds / 60),
    openAgainAt(sent, resend.per15Minutes, 15),
    openAgainAt(sent, resend.perDay, 24 * 60)
  ].filter((at) => at !== undefined && DateTime.isLessThan(now, at))
  const retryAt = waits.reduce<DateTime.Utc | undefined>(
    (latest, at) => (latest === undefined || DateTime.isLessThan(latest, at!) ? at : latest),
    undefined
  )
  return retryAt === undefined
    ? Result.succeed({ expiresAt: DateTime.add(now, { minutes: lifetimeMinutes }) })
    : Result.fail({ _tag: "TooSoon", retryAt })
}

/**
 * What a code to a method is for. Pure.
 *
 * **Gotchas**
 *
 * Once a method works, a new one is set up with both steps only: else the password alone could bring its own mailbox.
 */
export const decidePurpose = (
  methods: ReadonlyArray<TwoStepMethod>,
  methodId: string,
  level: Challenge["level"]
): Result.Result<SecurityCodePurpose, TwoStepReason> => {
  const method = methods.find(({ id }) => id === methodId)
  if (method?.confirmed === true) return Result.succeed("log-in")
  const may = level === "two-step" || methods.every(({ confirmed }) => !confirmed)
  return method !== undefined && may ? Result.succeed("set-up") : Result.fail({ _tag: "MethodNotFound" })
}

/**
 * Whether a code may be sent by a method now, what for, and how long it is good. Pure.
 *
 * **Gotchas**
 *
 * A log-in counts what its own logon was sent: somebody who sets up another's mailbox, again and again, uses up the sends to
 * that mailbox for set-ups alone.
 *
 * @rule D-14
 */
export const decideSecurityCode = (
  { methods, sentToLogon, sentToTarget }: SendingFacts,
  methodId: string,
  { level }: Pick<Challenge, "level">,
  { twoStep }: TwoStepPolicy,
  now: DateTime.Utc
): Result.Result<{ readonly purpose: SecurityCodePurpose; readonly expiresAt: DateTime.Utc }, TwoStepReason> => {
  const purpose = decidePurpose(methods, methodId, level)
  if (Result.isFailure(purpose)) return Result.fail(purpose.failure)
  const sent = purpose.success === "log-in" ? sentToLogon : sentToTarget
  return Result.map(decideSend(sent, twoStep.code, now), ({ expiresAt }) => ({ purpose: purpose.success, expiresAt }))
}

/**
 * Sends a security code; the ones before it are dead. Of a passkey it answers what the browser is asked instead, of an app
 * nothing: it has its code already.
 */
export const sendSecurityCode = Effect.fn("sendSecurityCode")(function* (challenge: Challenge, methodId: string) {
  const now = yield* DateTime.now
  const methods = yield* (yield* TwoStepMethods).list(challenge.logonId)
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const kind = methods.find(({ id }) => id === methodId)?.kind
  if (kind === undefined) return yield* new TwoStepError({ reason: { _tag: "MethodNotFound" } })
  if (kind === "totp") return undefined
  if (kind === "passkey") {
    const expiresAt = DateTime.add(now, { minutes: policy.twoStep.passkey.lifetimeMinutes })
    return yield* (yield* Passkeys).begin(challenge, methodId, now, expiresAt, (own) =>
      decidePurpose(own, methodId, challenge.level)
    )
  }
  yield* (yield* SecurityCodes).issue(challenge, methodId, now, (facts) =>
    decideSecurityCode(facts, methodId, challenge, policy, now)
  )
  return undefined
})
