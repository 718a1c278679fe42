import { DateTime, Effect, Result } from "effect"
import type { Redacted } from "effect"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import { maskEmailAddress } from "../contact/maskEmailAddress.ts"
import type { TwoStepMethod } from "../two-step/TwoStepMethod.ts"
import { LogInError } from "./LogInError.ts"
import type { LogInReason } from "./LogInError.ts"
import type { LogInEvent } from "./LogInEvent.ts"
import { LogIns } from "./LogIns.ts"
import type { LogInFacts, LogInState, Presented } from "./LogIns.ts"
import type { SessionView } from "./SessionView.ts"
import type { Change } from "../decisions/Change.ts"

type Decided = Result.Result<
  Change<LogInState, LogInEvent, SessionView>,
  { readonly reason: LogInReason; readonly events: ReadonlyArray<LogInEvent> }
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

/** Where codes can go, as much as a person needs to know which mailbox to open. @rule R-38 */
const methodToView = ({ confirmed, id, kind, target }: TwoStepMethod) => ({
  id,
  kind,
  confirmed,
  ...(target !== null && { target: maskEmailAddress(target) })
})

/**
 * What the right username and password open. Pure: the rows are locked by whoever calls.
 *
 * **Details**
 *
 * A reserved or approved logon wants its activation code first; the first log-in consumes it. Then the second step: forced
 * set-up where no method is confirmed, no code where this browser is trusted, else a code.
 *
 * **Gotchas**
 *
 * Only said after the right password: whether a code is missing, replaced or too old (D-13). A closed logon gets the answer
 * of a wrong password.
 */
export const decideLogIn = (
  facts: LogInFacts,
  presented: Presented,
  rules: RuleSetInForce,
  now: DateTime.Utc
): Decided => {
  const { activation, methods, status, trustedDevice } = facts
  const { ask, policy } = rules
  if (status === "frozen" || status === "expired") {
    return Result.fail({ reason: { _tag: "LogInFailed" }, events: [{ _tag: "LogInMissed" }] })
  }
  // Nobody approved a reserved logon: it opens to nothing, whatever the policy says of links.
  if (status === "reserved" || (status === "approved" && policy.logon.activation.requireActivation)) {
    const why =
      status === "reserved" ? "missing" : activationRefusal(activation, presented.activationCode !== null, rules, now)
    if (why !== null) {
      return Result.fail({
        reason: { _tag: "ActivationRequired", why },
        events: [{ _tag: "ActivationCodeRefused", why }]
      })
    }
  }

  const expiresAt = DateTime.add(now, { hours: policy.session.totalHours })
  const events: ReadonlyArray<LogInEvent> = [
    { _tag: "PasswordConfirmed" },
    ...(status === "active" ? [] : [{ _tag: "LogonActivated" } as const])
  ]
  const open = (level: "password" | "two-step", view: SessionView, more: ReadonlyArray<LogInEvent> = []): Decided =>
    Result.succeed({
      next: { status: "active", activation, session: { level, expiresAt } },
      events: [...events, ...more],
      answer: view
    })

  const confirmed = methods.filter((method) => method.confirmed)
  if (confirmed.length === 0) return open("password", { status: "two_step_setup_required" })
  const trusted =
    trustedDevice !== null &&
    ask.trustedDevice.decide({ trustedDevice: { ...trustedDevice, now: DateTime.toEpochMillis(now) } })._tag ===
      "Accepted"
  return trusted
    ? open("two-step", { status: "logged_in" }, [{ _tag: "DeviceRecognised" }])
    : open("password", { status: "security_code_required", methods: confirmed.map(methodToView) })
}

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
  const logIns = yield* LogIns
  const known = yield* logIns.find(username)
  const right = yield* (yield* PasswordHasher).matches(password, known?.passwordHash ?? null)
  if (known === null || !right) return yield* new LogInError({ reason: { _tag: "LogInFailed" } })
  return yield* logIns.change(known.logonId, presented, now, (facts) => decideLogIn(facts, presented, rules, now))
})
