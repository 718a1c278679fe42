import { DateTime, Effect, Equal, Result } from "effect"
import type { Redacted } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { activationOf } from "../logon/issueActivation.ts"
import type { Keys } from "../logon/Keys.ts"
import type { DeviceName, Logon, LogonSession } from "../logon/Logon.ts"
import { Logons } from "../logon/Logons.ts"
import type { LogonDecision } from "../logon/Logons.ts"
import { openSession } from "../logon/openSession.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import { nextToken, revokeDevice } from "../logon/trustDevice.ts"
import { methodsOf } from "../two-step/methodsOf.ts"
import { LogInError } from "./LogInError.ts"
import type { SessionPolicy } from "./sessionSheet.ts"
import type { SessionView } from "./SessionView.ts"
import { decideLogIn, decideMiss } from "./decideLogIn.ts"
import type { LogInFacts, LogInState, LogInTokens, Presented } from "./decideLogIn.ts"
import { shownDeviceOf } from "./trustedDeviceOf.ts"

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

const reused = ({ browser, system }: DeviceName) => ({ _tag: "DeviceTokenReused", browser, system }) as const

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
  const copied = next.trustedDevice === "revoke" ? found?.device : undefined
  const left = copied === undefined ? right : revokeDevice(right, copied.id, now)
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
    events: copied === undefined ? events : [...events, reused(copied)],
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
