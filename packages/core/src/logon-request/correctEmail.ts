import { DateTime, Effect, Result } from "effect"
import type { Redacted } from "effect"
import { parseEmailAddress } from "../contact/parseEmailAddress.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import type { LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequestError } from "./LogonRequestError.ts"
import { LogonRequests } from "./LogonRequests.ts"
import type { Decided, SubmittedState } from "./LogonRequests.ts"

/** Gives a submitted request another address. If a link was mailed, a new one replaces it. Pure. @rule D-13 */
export const decideCorrection = (
  state: SubmittedState,
  email: string,
  { policy }: RuleSetInForce,
  now: DateTime.Utc
): Decided<SubmittedState, void> => {
  const corrected = { ...state, email }
  if (state.status === "submitted") {
    return Result.succeed({ next: corrected, events: [{ _tag: "EmailCorrected" }], answer: undefined })
  }
  if (state.status !== "approved" || state.activation === null) return Result.fail({ _tag: "StepNotOpen" })
  const expiresAt = DateTime.add(now, { hours: policy.logon.activation.lifetimeHours })
  return Result.succeed({
    next: { ...corrected, activation: { expiresAt, resends: state.activation.resends } },
    events: [{ _tag: "EmailCorrected" }, { _tag: "ActivationCodeIssued", expiresAt }],
    answer: undefined
  })
}

/**
 * Corrects a mistyped address before activation, after the person typed the password again.
 *
 * **Gotchas**
 *
 * Anyone who reads the wrong mailbox has a link but no password, so they cannot move the link to another address.
 */
export const correctEmail = Effect.fn("correctEmail")(function* (
  key: LogonRequestKey,
  typed: { readonly password: Redacted.Redacted; readonly email: string; readonly confirmEmail: string }
) {
  const now = yield* DateTime.now
  const requests = yield* LogonRequests
  const rules = yield* (yield* RuleSets).inForce(now)
  const email = parseEmailAddress(typed.email)
  const confirmed = parseEmailAddress(typed.confirmEmail)
  const isConfirmed = "value" in email && "value" in confirmed && confirmed.value === email.value
  if ("issue" in email || !isConfirmed) {
    const { id, path } =
      "issue" in email ? { path: "email", id: email.issue } : { path: "confirmEmail", id: "issue.emails-differ" }
    const code = id.slice(id.indexOf(".") + 1)
    return yield* new LogonRequestError({
      reason: { _tag: "Issues", step: "confirmation", issues: [{ path, code, messageId: id, params: {} }] }
    })
  }
  const known = yield* requests.passwordOf(key)
  if (!(yield* (yield* PasswordHasher).matches(typed.password, known))) {
    return yield* new LogonRequestError({ reason: { _tag: "PasswordRefused" } })
  }
  yield* requests.changeSubmitted(key.id, now, (state) => decideCorrection(state, email.value, rules, now))
})
