import { DateTime, Result } from "effect"
import type { Redacted } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import type { LogInEvent, TwoStepEvent } from "../logon/LogonEvent.ts"
import type { LogonStatus } from "../logon/LogonStatus.ts"
import type { TrustedDeviceFacts } from "../two-step/trustedDeviceFacts.ts"
import { deviceTokenIsInForce } from "../two-step/trustedDeviceRules.ts"
import type { LogInReason } from "./LogInError.ts"
import { methodsInUse, methodToView } from "./methodToView.ts"
import type { Session } from "./Session.ts"
import type { SessionPolicy } from "./sessionSheet.ts"
import type { TwoStepMethod } from "../two-step/TwoStepMethod.ts"
import type { SessionView } from "./SessionView.ts"
import type { Change } from "../decisions/Change.ts"

/** What a person presents beside username and password. */
export interface Presented {
  readonly activationCode: Redacted.Redacted | null
  /** The tokens of this browser: one for each logon that it is trusted for. */
  readonly trustedDevices: ReadonlyArray<Redacted.Redacted>
}

/** What a log-in decides on. */
export interface LogInFacts {
  readonly status: LogonStatus
  /** Wrong passwords since the last right one, from everywhere. */
  readonly failuresInARow: number
  /** The terms that were accepted last. */
  readonly termsVersion: string
  /** The newest activation code; `equal`: it is the one presented. `known`: the one presented is an older one of this logon. */
  readonly activation: {
    readonly equal: boolean
    readonly known: boolean
    readonly state: "open" | "used" | "superseded"
    readonly expiresAt: DateTime.Utc
    readonly resends: number
  } | null
  /** Of the tokens presented the one that is this logon's; null: none is. */
  readonly trustedDevice: Omit<TrustedDeviceFacts["trustedDevice"], "now"> | null
  readonly methods: ReadonlyArray<TwoStepMethod>
}

/** What a log-in changes. */
export interface LogInState {
  readonly session: Pick<Session, "level" | "expiresAt" | "termsPending">
  /**
   * `rotate`: a new token takes the place of the one presented. `revoke`: it was stolen: the device and the sessions that
   * came of it end. @rule D-15
   */
  readonly trustedDevice: "rotate" | "keep" | "revoke"
}

/** The tokens that a log-in makes. */
export interface LogInTokens {
  readonly session: Redacted.Redacted
  /** The one presented, and the one that took its place. */
  readonly trustedDevice: { readonly before: Redacted.Redacted; readonly now: Redacted.Redacted } | null
}

/** What has happened at a log-in: some of it is of the second step. */
export type AnyLogInEvent = LogInEvent | TwoStepEvent

type Decided = Result.Result<
  Change<LogInState, AnyLogInEvent, SessionView>,
  { readonly reason: LogInReason; readonly events: ReadonlyArray<AnyLogInEvent> }
>

type ActivationRefusal = "missing" | "expired" | "superseded"

/** Why the activation code of an approved logon does not open it; null: it does. @rule R-29 */
const activationRefusal = (
  activation: LogInFacts["activation"],
  presented: boolean,
  { ask }: RuleSetInForce,
  now: DateTime.Utc
): ActivationRefusal | null => {
  if (activation === null || !presented) return "missing"
  const { equal, expiresAt, known, state } = activation
  const { decision } = ask.activationCode.evaluate({
    activationCode: {
      equal,
      state,
      now: DateTime.toEpochMillis(now),
      expiresAt: DateTime.toEpochMillis(expiresAt)
    }
  })
  if (decision._tag === "Accepted") return null
  if (known) return "superseded"
  return equal ? "expired" : "missing"
}

/** What a wrong password counts for. Pure. @rule D-48 */
export const decideMiss = (failuresInARow: number, { logIn }: Pick<SessionPolicy, "logIn">) => {
  const next = failuresInARow + 1
  const events: ReadonlyArray<LogInEvent> = [
    { _tag: "LogInMissed" },
    ...(next === logIn.maxFailuresInARow ? [{ _tag: "PasswordClosed" } as const] : [])
  ]
  return { next, events }
}

/** What the token of a device is worth, and what becomes of it. @rule D-15 */
const decideDevice = (
  trustedDevice: LogInFacts["trustedDevice"],
  { ask }: RuleSetInForce,
  now: DateTime.Utc
): { readonly trusted: boolean; readonly next: LogInState["trustedDevice"] } => {
  if (trustedDevice === null) return { trusted: false, next: "keep" }
  const { decision } = ask.trustedDevice.evaluate({
    trustedDevice: { ...trustedDevice, now: DateTime.toEpochMillis(now) }
  })
  if (decision._tag === "Accepted") {
    return { trusted: true, next: trustedDevice.replacedAt === null ? "rotate" : "keep" }
  }
  const isStolen = decision._tag === "Refused" && decision.rule.id === deviceTokenIsInForce.id
  return { trusted: false, next: isStolen ? "revoke" : "keep" }
}

/**
 * Decides what the correct username and password open. Pure.
 *
 * **Details**
 *
 * A reserved or approved logon requires its activation code first. Then comes the second step. If no method is confirmed, the
 * person must set one up, which ends the first log-in and uses up the activation code. If this browser is trusted, no
 * code is needed. Otherwise, a code is. New terms come before everything else (D-44).
 *
 * **Gotchas**
 *
 * Until a method works, each log-in requires the activation code, and the code stays valid: the password alone can never add a
 * second step. The result says whether a code is missing, replaced or too old only after the correct password (D-13). A closed
 * logon and a locked password get the result of a wrong password. The activation code unlocks a locked password. Otherwise,
 * anyone who knows a username could keep its owner out before the first log-in. If a device shows a token that was replaced a
 * while ago, the token was copied: the device and its sessions end.
 */
export const decideLogIn = (
  facts: LogInFacts,
  presented: Presented,
  rules: RuleSetInForce,
  now: DateTime.Utc
): Decided => {
  const { activation, failuresInARow, methods, status, termsVersion } = facts
  const { ask, policy } = rules
  const failed = Result.fail({ reason: { _tag: "LogInFailed" }, events: [{ _tag: "LogInMissed" }] } as const)
  if (status === "frozen" || status === "expired") return failed
  const device = decideDevice(facts.trustedDevice, rules, now)
  const refusal = activationRefusal(activation, presented.activationCode !== null, rules, now)
  const byActivationCode = status === "approved" && refusal === null
  const tries = ask.logInTries.evaluate({
    logIn: { failuresInARow, fromTrustedDevice: device.trusted, byActivationCode }
  })
  if (tries.decision._tag !== "Accepted") return failed
  // Nobody approved a reserved logon: it opens to nothing, whatever the policy says of links.
  if (status === "reserved" || (status === "approved" && policy.logon.activation.requireActivation)) {
    const why = status === "reserved" ? "missing" : refusal
    if (why !== null) {
      return Result.fail({
        reason: { _tag: "ActivationRequired", why },
        events: [{ _tag: "ActivationCodeRefused", why }]
      })
    }
  }

  const expiresAt = DateTime.add(now, { hours: policy.session.totalHours })
  const events: ReadonlyArray<AnyLogInEvent> = [{ _tag: "PasswordConfirmed" }]
  const open = (session: Pick<Session, "level" | "termsPending">, view: SessionView): Decided =>
    Result.succeed({
      next: { session: { ...session, expiresAt }, trustedDevice: device.next },
      events: session.level === "two-step" ? [...events, { _tag: "DeviceRecognised" }] : events,
      answer: view
    })

  const inUse = methodsInUse(methods, policy.twoStep.kinds)
  const password = { level: "password", termsPending: false } as const
  if (inUse.length === 0) return open(password, { status: "two_step_setup_required" })
  if (!device.trusted) {
    return open(password, { status: "security_code_required", methods: inUse.map(methodToView) })
  }
  const terms = ask.terms.evaluate({ access: { termsAccepted: true, termsVersion } })
  const termsPending = terms.decision._tag !== "Accepted"
  return open({ level: "two-step", termsPending }, { status: termsPending ? "terms_required" : "logged_in" })
}
