import { Effect } from "effect"
import type { Redacted } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { issuesOf } from "../engine/issuesOf.ts"
import { sealed } from "../engine/Rule.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import { newPasswordError } from "./newPasswordError.ts"
import type { KeptLogon } from "./keptLogonOf.ts"

/**
 * The hashes of a logon with a new password before the others, as many as the history of the policy holds; fails where it
 * is one of them.
 *
 * **Gotchas**
 *
 * Each hash of the history is compared, the right one or not: the same work whichever it is.
 *
 * @rule R-18 @rule D-19
 */
export const chooseNewPassword = Effect.fn("chooseNewPassword")(function* (
  { passwordHashes }: Pick<KeptLogon, "passwordHashes">,
  newPassword: Redacted.Redacted,
  { ask, policy }: RuleSetInForce
) {
  const hasher = yield* PasswordHasher
  const { history } = policy.logon.password
  const known = yield* Effect.forEach(passwordHashes.slice(0, history), (hash) => hasher.matches(newPassword, hash))
  const issues = issuesOf(ask.passwordChange, { password: sealed, passwordChange: { reused: known.includes(true) } })
  if (issues.length > 0) return yield* newPasswordError(issues)
  return [yield* hasher.hash(newPassword), ...passwordHashes].slice(0, Math.max(1, history))
})
