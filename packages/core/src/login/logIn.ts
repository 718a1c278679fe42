import { DateTime, Effect, Equal, Result } from "effect"
import type { Redacted } from "effect"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { activationOf } from "../logon/issueActivation.ts"
import { Keys } from "../logon/Keys.ts"
import type { DeviceToken, Logon, LogonDevice, LogonSession } from "../logon/Logon.ts"
import type { LogInEvent, TwoStepEvent } from "../logon/LogonEvent.ts"
import { Logons } from "../logon/Logons.ts"
import type { LogonDecision } from "../logon/Logons.ts"
import type { LogonStatus } from "../logon/LogonStatus.ts"
import { openSession } from "../logon/openSession.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import { isTrusted, nextToken, revokeDevice } from "../logon/trustDevice.ts"
import { methodsOf } from "../two-step/methodsOf.ts"
import type { TrustedDeviceFacts } from "../two-step/trustedDeviceFacts.ts"
import { deviceTokenIsInForce } from "../two-step/trustedDeviceRules.ts"
import { LogInError } from "./LogInError.ts"
import type { LogInReason } from "./LogInError.ts"
import { methodsInUse, methodToView } from "./methodToView.ts"
import type { Session } from "./Session.ts"
import type { SessionPolicy } from "./SessionPolicy.ts"
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
 * What the right username and password open. Pure.
 *
 * **Details**
 *
 * A reserved or approved logon wants its activation code first. Then the second step: forced set-up where no method is
 * confirmed, which ends the first log-in and consumes the code, no code where this browser is trusted, else a code. Terms that are new
 * stand before everything else (D-44).
 *
 * **Gotchas**
 *
 * Until a method works each log-in wants the activation code, and it stays good: the password alone never brings a second
 * step of its own. Only said after the right password: whether a code is missing, replaced or too old (D-13). A closed logon, and a password
 * closed by wrong tries, get the answer of a wrong password; the activation code opens a closed one, else whoever knows a
 * username keeps its owner out before they ever came in. A token of a device that was replaced a while ago was copied:
 * the device and its sessions end.
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
  const events: ReadonlyArray<AnyLogInEvent> = [
    { _tag: "PasswordConfirmed" },
    ...(device.next === "revoke" ? [{ _tag: "DeviceTokenReused" } as const] : [])
  ]
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

/** A device's token that was shown. */
interface ShownDevice {
  readonly device: LogonDevice
  readonly token: DeviceToken
  readonly shown: Redacted.Redacted
}

/** Of the tokens shown the one of this logon: trusted still before any other, the newest before an older. */
const shownDeviceOf = (
  { deviceTokens, devices }: Logon,
  keys: Pick<Keys["Service"], "digestsOf">,
  tokens: ReadonlyArray<Redacted.Redacted>
): ShownDevice | undefined => {
  const found = tokens.flatMap((shown) => {
    const digests = keys.digestsOf("token", shown)
    return deviceTokens.flatMap((token): ReadonlyArray<ShownDevice> => {
      const device = devices.find(({ id }) => id === token.deviceId)
      return device === undefined || !digests.includes(token.tokenDigest) ? [] : [{ device, token, shown }]
    })
  })
  const rank = ({ device, token }: ShownDevice) =>
    (device.revokedAt === null ? 0 : 2) + (token.replacedAt === null ? 0 : 1)
  return found.toSorted((one, other) => rank(one) - rank(other))[0]
}

/** What a log-in is decided on, of a logon as it stands. */
export const logInFactsOf = (
  logon: Logon,
  keys: Keys["Service"],
  { activationCode, trustedDevices }: Presented
): LogInFacts => {
  const sent = activationOf(logon)
  const codeId = activationCode === null ? undefined : keys.readLink("activation", activationCode)
  const found = shownDeviceOf(logon, keys, trustedDevices)
  return {
    status: logon.status,
    failuresInARow: logon.failedLogIns,
    termsVersion: logon.termsVersion,
    activation: sent && {
      equal: codeId === sent.newest.id,
      known: codeId !== sent.newest.id && logon.activationCodes.some(({ id }) => id === codeId),
      state: sent.newest.state,
      expiresAt: sent.newest.expiresAt,
      resends: sent.resends
    },
    trustedDevice:
      found === undefined
        ? null
        : {
            sameLogon: true,
            revoked: found.device.revokedAt !== null,
            replacedAt: found.token.replacedAt?.epochMilliseconds ?? null,
            expiresAt: found.device.expiresAt.epochMilliseconds
          },
    methods: methodsOf(logon, keys)
  }
}

/** What the person has to do next. */
const stateOf = (
  { level, termsPending }: LogInState["session"],
  methods: LogInFacts["methods"]
): LogonSession["state"] => {
  if (level === "two-step") return termsPending ? "terms" : "open"
  return methods.some(({ confirmed }) => confirmed) ? "security-code" : "two-step-setup"
}

/** A log-in of a logon whose password was typed right: a session and the device's next token, or why not. Pure. */
export const applyLogIn = (
  logon: Logon,
  keys: Keys["Service"],
  presented: Presented,
  rules: RuleSetInForce,
  now: DateTime.Utc
): LogonDecision<{ readonly answer: SessionView; readonly tokens: LogInTokens }, LogInError> => {
  const facts = logInFactsOf(logon, keys, presented)
  const decided = decideLogIn(facts, presented, rules, now)
  if (Result.isFailure(decided)) {
    const { events, reason } = decided.failure
    return { next: logon, events, answer: Result.fail(new LogInError({ reason })) }
  }
  const { answer, events, next } = decided.success
  const found = shownDeviceOf(logon, keys, presented.trustedDevices)
  const right = { ...logon, failedLogIns: 0 }
  const left =
    found !== undefined && next.trustedDevice === "revoke" ? revokeDevice(right, found.device.id, now) : right
  const rotated =
    found !== undefined && next.trustedDevice === "rotate" ? nextToken(left, keys, found.device.id, now) : null
  const { level } = next.session
  const session = {
    level,
    state: stateOf(next.session, facts.methods),
    expiresAt: next.session.expiresAt,
    passwordAt: now,
    deviceId: level === "two-step" ? (found?.device.id ?? null) : null
  }
  const opened = openSession(rotated?.logon ?? left, keys, session, now)
  const trustedDevice = rotated === null ? null : { before: found!.shown, now: rotated.token }
  return {
    next: opened.logon,
    events,
    answer: Result.succeed({ answer, tokens: { session: opened.token, trustedDevice } })
  }
}

/** A wrong password of a logon: counted, and closed at the limit. Pure. @rule D-48 */
export const missPassword = (logon: Logon, policy: Pick<SessionPolicy, "logIn">): LogonDecision<void, never> => {
  const { events, next } = decideMiss(logon.failedLogIns, policy)
  return { next: { ...logon, failedLogIns: next }, events, answer: Result.void }
}

const failed = new LogInError({ reason: { _tag: "LogInFailed" } })

/** A decision that holds only while the password is still the one that was compared. */
export const whilePassword =
  <A, E>({ passwordHash }: Logon, decide: (logon: Logon, keys: Keys["Service"]) => LogonDecision<A, E>) =>
  (logon: Logon, keys: Keys["Service"]): LogonDecision<A, E | LogInError> =>
    Equal.equals(logon.passwordHash, passwordHash)
      ? decide(logon, keys)
      : { next: logon, events: [{ _tag: "LogInMissed" }], answer: Result.fail(failed) }

/** Who has this username and password; a wrong one is counted and fails, an unknown name by the same work and answer. */
export const requirePassword = Effect.fn("requirePassword")(function* (
  username: string,
  password: Redacted.Redacted,
  policy: Pick<SessionPolicy, "logIn">,
  shown: ReadonlyArray<Redacted.Redacted> = []
) {
  const now = yield* DateTime.now
  const logons = yield* Logons
  const known = yield* logons.find({ username }, now, shown)
  const right = yield* (yield* PasswordHasher).matches(password, known?.passwordHash ?? null)
  if (known !== null && right) return known
  yield* known === null
    ? logons.missNobody(now, decideMiss(0, policy).events)
    : logons.change(known, now, (logon) => missPassword(logon, policy))
  return yield* failed
})

/**
 * Logs in with username and password, and at the first time with the code of the activation link.
 *
 * **Details**
 *
 * Find, compare the password, decide, store, answer. An unknown username does the same work and gets the same answer as a
 * wrong password. Attempts are limited before this is called.
 */
export const logIn = Effect.fn("logIn")(function* (
  username: string,
  password: Redacted.Redacted,
  presented: Presented
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const { trustedDevices } = presented
  const known = yield* requirePassword(username, password, rules.policy, trustedDevices)
  const { answer, tokens } = yield* (yield* Logons).change(
    known,
    now,
    whilePassword(known, (logon, keys) => applyLogIn(logon, keys, presented, rules, now)),
    trustedDevices
  )
  return { logonId: known.id, answer, tokens }
})

/**
 * The device of these tokens that is trusted for this username; null: none is.
 *
 * **Gotchas**
 *
 * The same work for a username that nobody has.
 */
export const trustedDeviceOf = Effect.fn("trustedDeviceOf")(function* (
  username: string,
  tokens: ReadonlyArray<Redacted.Redacted>
) {
  const now = yield* DateTime.now
  const keys = yield* Keys
  const logon = yield* (yield* Logons).find({ username }, now, tokens)
  const found = logon === null ? undefined : shownDeviceOf(logon, keys, tokens)
  return found !== undefined && found.token.replacedAt === null && isTrusted(found.device, now) ? found.device.id : null
})
