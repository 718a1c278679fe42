import { Effect, Redacted } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { issuesOf } from "../engine/issuesOf.ts"
import { CommonPasswords } from "../logon/CommonPasswords.ts"
import { parsePassword } from "../logon/parsePassword.ts"
import { newPasswordError } from "./newPasswordError.ts"

/**
 * Fails with the issues of a new password that do not depend on the logon's earlier passwords.
 *
 * **Details**
 *
 * If the page asks for the password only once, pass the same text as `confirmPassword`.
 *
 * @rule R-18 @rule D-19
 */
export const checkNewPassword = Effect.fn("checkNewPassword")(function* (
  username: string,
  {
    confirmPassword,
    newPassword
  }: { readonly newPassword: Redacted.Redacted; readonly confirmPassword: Redacted.Redacted },
  { ask }: RuleSetInForce
) {
  const read = parsePassword(Redacted.value(newPassword))
  if ("issue" in read) {
    return yield* newPasswordError([{ field: "password", messageId: read.issue, params: {} }])
  }
  const blocklisted = yield* (yield* CommonPasswords).includes(newPassword)
  const issues = issuesOf(ask.password, {
    password: { text: Redacted.value(newPassword), confirm: Redacted.value(confirmPassword), username, blocklisted }
  })
  if (issues.length > 0) return yield* newPasswordError(issues)
})
