import { DateTime, Effect, Result } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import { Passkeys } from "./Passkeys.ts"
import { SecurityCodes } from "./SecurityCodes.ts"
import type { Challenge, SecurityCodePurpose, SentCodes } from "./SecurityCodes.ts"
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
 * What a code to a method is for; null: this session may not have one. Pure.
 *
 * **Gotchas**
 *
 * Once a method works, a new one is set up with both steps only: else the password alone could bring its own mailbox.
 */
export const decidePurpose = (
  methods: ReadonlyArray<TwoStepMethod>,
  methodId: string,
  level: Challenge["level"]
): SecurityCodePurpose | null => {
  const method = methods.find(({ id }) => id === methodId)
  if (method === undefined) return null
  if (method.confirmed) return "log-in"
  return level === "two-step" || methods.every(({ confirmed }) => !confirmed) ? "set-up" : null
}

/**
 * Sends a security code; the ones before it are dead. Of a passkey it answers what the browser is asked instead, of an app
 * nothing: it has its code already.
 */
export const sendSecurityCode = Effect.fn("sendSecurityCode")(function* (challenge: Challenge, methodId: string) {
  const now = yield* DateTime.now
  const methods = yield* (yield* TwoStepMethods).list(challenge.logonId)
  const purpose = decidePurpose(methods, methodId, challenge.level)
  if (purpose === null) return yield* new TwoStepError({ reason: { _tag: "MethodNotFound" } })
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const kind = methods.find(({ id }) => id === methodId)?.kind
  if (kind === "totp") return undefined
  if (kind === "passkey") {
    const expiresAt = DateTime.add(now, { minutes: policy.twoStep.passkey.lifetimeMinutes })
    return yield* (yield* Passkeys).begin(challenge, methodId, purpose, now, expiresAt)
  }
  yield* (yield* SecurityCodes).issue(challenge, methodId, purpose, now, (sent) =>
    decideSend(sent, policy.twoStep.code, now)
  )
  return undefined
})
