import { DateTime, Effect, Equal, Result } from "effect"
import type { Redacted } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import type { Session } from "../login/Session.ts"
import { requireRecentPassword } from "../two-step/requireRecentPassword.ts"
import { findLogon } from "../logon/findLogon.ts"
import { Keys } from "../logon/Keys.ts"
import { changePartIn } from "./applyPart.ts"
import { changePart } from "./changePart.ts"
import { checkNewPassword } from "./checkNewPassword.ts"
import { chooseNewPassword } from "./chooseNewPassword.ts"
import { issueOf } from "./issueOf.ts"
import type { ProfileReason } from "./ProfileError.ts"
import { keptLogonOf } from "./keptLogonOf.ts"

/**
 * Gives a logon a new password. Every other session and every trusted device ends at once.
 *
 * **Details**
 *
 * It requires a recent password, asks the rules, compares the history, locks and stores. If two changes run at once, the second
 * fails and must be repeated: the history that it was compared with is no longer current.
 *
 * @rule D-19
 */
export const changePassword = Effect.fn("changePassword")(function* (
  session: Session,
  typed: { readonly newPassword: Redacted.Redacted; readonly confirmPassword: Redacted.Redacted }
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  yield* requireRecentPassword(session, rules, now)
  const before = keptLogonOf(yield* findLogon(session.logonId, now), yield* Keys)
  yield* checkNewPassword(before.username, typed, rules)
  const passwordHashes = yield* chooseNewPassword(before, typed.newPassword, rules)
  yield* changePartIn(session, now, (facts) =>
    isSameHistory(facts.logon.passwordHashes, before.passwordHashes)
      ? Result.succeed(changePart("password", { passwordHashes }, facts, rules.policy, now, undefined, true))
      : Result.fail(changedMeanwhile)
  )
})

const changedMeanwhile: ProfileReason = {
  _tag: "ProfileIssues",
  issues: [issueOf({ field: "newPassword", messageId: "issue.password-changed-meanwhile", params: {} })]
}

const isSameHistory = (one: ReadonlyArray<Redacted.Redacted>, other: ReadonlyArray<Redacted.Redacted>): boolean =>
  one.length === other.length && one.every((hash, at) => Equal.equals(hash, other[at]))
