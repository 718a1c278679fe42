import { DateTime, Effect, Result } from "effect"
import type { Redacted } from "effect"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import { deviceTokenIsInForce } from "../two-step/trustedDeviceRules.ts"
import { LogInError } from "./LogInError.ts"
import type { LogInReason } from "./LogInError.ts"
import type { LogInEvent } from "./LogInEvent.ts"
import { LogIns } from "./LogIns.ts"
import type { AnyLogInEvent, LogInFacts, LogInState, Presented } from "./LogIns.ts"
import { methodsInUse, methodToView } from "./methodToView.ts"
import type { Session } from "./Session.ts"
import type { SessionPolicy } from "./SessionPolicy.ts"
import type { SessionView } from "./SessionView.ts"
import type { Change } from "../decisions/Change.ts"

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
 * What the right username and password open. Pure: the rows are locked by whoever calls.
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
      next: {
        failuresInARow: 0,
        activation,
        session: { ...session, expiresAt },
        trustedDevice: device.next
      },
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

/** Who has this username and password; a wrong one is counted and fails, an unknown name by the same work and answer. */
export const requirePassword = Effect.fn("requirePassword")(function* (
  username: string,
  password: Redacted.Redacted,
  policy: Pick<SessionPolicy, "logIn">
) {
  const now = yield* DateTime.now
  const logIns = yield* LogIns
  const known = yield* logIns.find(username)
  const right = yield* (yield* PasswordHasher).matches(password, known?.passwordHash ?? null)
  if (known !== null && right) return known.logonId
  yield* logIns.miss(known?.logonId ?? null, now, (failuresInARow) => decideMiss(failuresInARow, policy))
  return yield* new LogInError({ reason: { _tag: "LogInFailed" } })
})

/**
 * Logs in with username and password, and at the first time with the code of the activation link.
 *
 * **Details**
 *
 * Compare the password, lock, decide, store, answer. An unknown username does the same work and gets the same answer as a
 * wrong password. Attempts are limited before this is called.
 */
export const logIn = Effect.fn("logIn")(function* (
  username: string,
  password: Redacted.Redacted,
  presented: Presented
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const logonId = yield* requirePassword(username, password, rules.policy)
  const { answer, tokens } = yield* (yield* LogIns).change(logonId, presented, now, (facts) =>
    decideLogIn(facts, presented, rules, now)
  )
  return { logonId, answer, tokens }
})
