import { DateTime, Effect, Result } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { changeSome, endCodes } from "../logon/endLogOns.ts"
import { findLogon } from "../logon/findLogon.ts"
import { Keys } from "../logon/Keys.ts"
import type { Logon, LogonCode, LogonMethod } from "../logon/Logon.ts"
import type { TwoStepEvent } from "../logon/LogonEvent.ts"
import { Logons } from "../logon/Logons.ts"
import type { LogonDecision } from "../logon/Logons.ts"
import type { Challenge, SecurityCodePurpose } from "./Challenge.ts"
import { liveMethods, methodsOf, workingMethods } from "./methodsOf.ts"
import { Passkeys } from "./Passkeys.ts"
import { TextPlaces } from "./TextPlaces.ts"
import { TwoStepError } from "./TwoStepError.ts"
import type { TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepMethod } from "./TwoStepMethod.ts"
import type { TwoStepPolicy } from "./twoStepSheet.ts"

/** When codes were sent in the last 24 hours, oldest first. */
export type SentCodes = ReadonlyArray<DateTime.Utc>

/** What another code is decided on. */
export interface SendingFacts {
  readonly methods: ReadonlyArray<TwoStepMethod>
  /** To any way of this logon. */
  readonly sentToLogon: SentCodes
  /** The same, and to the same target by whichever logon. */
  readonly sentToTarget: SentCodes
}

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

const codeOf = (
  keys: Keys["Service"],
  { sessionId }: Challenge,
  { id: methodId, targetDigest }: LogonMethod,
  purpose: LogonCode["purpose"],
  sentAt: DateTime.Utc,
  expiresAt: DateTime.Utc
): LogonCode => {
  const asked = { methodId, purpose, sessionId, targetDigest: targetDigest ?? "" }
  return {
    id: keys.makeId("security-code"),
    ...asked,
    state: "open",
    failures: 0,
    sentAt,
    expiresAt,
    confirmedAt: null
  }
}

/** A code, or a challenge, takes the place of those that are open. @rule D-14 */
export const issueCode = (logon: Logon, code: LogonCode): Logon => {
  const { codes } = endCodes(logon)
  return { ...logon, codes: [...codes, code] }
}

const sendingFactsOf = (
  logon: Logon,
  keys: Keys["Service"],
  { targetDigest }: LogonMethod,
  now: DateTime.Utc
): SendingFacts => {
  const since = DateTime.subtract(now, { hours: 24 })
  const isRecent = ({ sentAt }: { readonly sentAt: DateTime.Utc }) => DateTime.isGreaterThan(sentAt, since)
  const own = logon.codes.filter((code) => code.targetDigest !== "" && isRecent(code))
  const others = logon.sentElsewhere.filter((sent) => sent.targetDigest === targetDigest && isRecent(sent))
  const whenSent = (sent: ReadonlyArray<{ readonly sentAt: DateTime.Utc }>) =>
    sent.map(({ sentAt }) => sentAt).sort((one, other) => one.epochMilliseconds - other.epochMilliseconds)
  return { methods: methodsOf(logon, keys), sentToLogon: whenSent(own), sentToTarget: whenSent([...own, ...others]) }
}

/** Whether a code goes out by this way now, and what for; it makes none. Pure. @rule D-14 */
const sendingOf = (
  logon: Logon,
  keys: Keys["Service"],
  { level }: Pick<Challenge, "level">,
  methodId: string,
  { policy }: Pick<RuleSetInForce, "policy">,
  now: DateTime.Utc
) => {
  const method = liveMethods(logon).find(({ id }) => id === methodId)
  const decided: ReturnType<typeof decideSecurityCode> =
    method === undefined || method.targetDigest === null
      ? Result.fail({ _tag: "MethodNotFound" })
      : decideSecurityCode(sendingFactsOf(logon, keys, method, now), methodId, { level }, policy, now)
  return Result.mapError(
    Result.map(decided, (sending) => ({ ...sending, method: method! })),
    (reason) => new TwoStepError({ reason })
  )
}

/** Sends a code by a way that has a target; those of its kind that never worked are gone. Pure. @rule D-14 */
export const decideIssue = (
  logon: Logon,
  keys: Keys["Service"],
  challenge: Challenge,
  methodId: string,
  rules: Pick<RuleSetInForce, "policy">,
  now: DateTime.Utc
): LogonDecision<void, TwoStepError> => {
  const decided = sendingOf(logon, keys, challenge, methodId, rules, now)
  if (Result.isFailure(decided)) return { next: logon, events: [], answer: Result.fail(decided.failure) }
  const { expiresAt, method, purpose } = decided.success
  const code = codeOf(keys, challenge, method, purpose, now, expiresAt)
  const methods = changeSome(
    logon.methods,
    (way) => way.kind === method.kind && way.id !== methodId && way.confirmedAt === null && way.removedAt === null,
    (way) => ({ ...way, removedAt: now })
  )
  const events: ReadonlyArray<TwoStepEvent> = [{ _tag: "SecurityCodeSent", securityCodeId: code.id, kind: method.kind }]
  return { next: issueCode({ ...logon, methods }, code), events, answer: Result.void }
}

/** Makes a challenge that a passkey is to sign, and returns what the browser is asked. */
const beginPasskey = Effect.fnUntraced(function* (
  challenge: Challenge,
  methodId: string,
  expiresAt: DateTime.Utc,
  now: DateTime.Utc
) {
  const asked = yield* (yield* Logons).change(challenge.logonId, now, (logon, keys) => {
    const refused = (reason: TwoStepReason) => ({
      next: logon,
      events: [],
      answer: Result.fail(new TwoStepError({ reason }))
    })
    const method = liveMethods(logon).find(({ id, kind }) => id === methodId && kind === "passkey")
    if (method === undefined) return refused({ _tag: "MethodNotFound" })
    const purpose = decidePurpose(methodsOf(logon, keys), methodId, challenge.level)
    if (Result.isFailure(purpose)) return refused(purpose.failure)
    const code = codeOf(keys, challenge, method, purpose.success, now, expiresAt)
    const passkeys = workingMethods(logon, "passkey")
    const answer = { purpose: purpose.success, challengeId: code.id, passkeys, username: logon.username }
    return { next: issueCode(logon, code), events: [], answer: Result.succeed(answer) }
  })
  const timeoutMs = DateTime.toEpochMillis(expiresAt) - DateTime.toEpochMillis(now)
  return yield* (yield* Passkeys).options({ ...asked, logonId: challenge.logonId, timeoutMs })
})

/**
 * Sends a security code; the ones before it are dead. Of a passkey it answers what the browser is asked instead, of an app
 * nothing: it has its code already.
 *
 * **Gotchas**
 *
 * The place of a text message among those of the day is taken before it is decided on under lock, and given back where that
 * refuses it: of many asked for at once by one logon one is sent, and one place is taken.
 */
export const sendSecurityCode = Effect.fn("sendSecurityCode")(function* (challenge: Challenge, methodId: string) {
  const now = yield* DateTime.now
  const logon = yield* findLogon(challenge.logonId, now)
  const rules = yield* (yield* RuleSets).inForce(now)
  const kind = liveMethods(logon).find(({ id }) => id === methodId)?.kind
  if (kind === undefined) return yield* new TwoStepError({ reason: { _tag: "MethodNotFound" } })
  if (kind === "totp") return undefined
  if (kind === "passkey") {
    const expiresAt = DateTime.add(now, { minutes: rules.policy.twoStep.passkey.lifetimeMinutes })
    return yield* beginPasskey(challenge, methodId, expiresAt, now)
  }
  const issue = (yield* Logons).change(logon, now, (found, keys) =>
    decideIssue(found, keys, challenge, methodId, rules, now)
  )
  if (kind !== "sms") {
    yield* issue
    return undefined
  }
  const { giveBack, take } = yield* TextPlaces
  yield* Effect.fromResult(sendingOf(logon, yield* Keys, challenge, methodId, rules, now))
  yield* take
  yield* Effect.tapError(issue, () => giveBack)
  return undefined
})
