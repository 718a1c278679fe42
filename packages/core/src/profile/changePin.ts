import { DateTime, Effect, Redacted, Result } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { issuesOf } from "../engine/issuesOf.ts"
import { parsePin } from "../logon/parsePin.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import type { Session } from "../login/Session.ts"
import { requireRecentPassword } from "../two-step/requireRecentPassword.ts"
import { changePartIn } from "./applyPart.ts"
import { changePart } from "./changePart.ts"
import { issueOf } from "./issueOf.ts"
import { ProfileError } from "./ProfileError.ts"

/** Gives a logon a new PIN for phone calls. The store keeps only a hash. @rule D-17 */
export const changePin = Effect.fn("changePin")(function* (session: Session, typed: Redacted.Redacted) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const { ask, policy } = rules
  yield* requireRecentPassword(session, rules, now)
  const parsed = parsePin(Redacted.value(typed))
  const issues =
    "issue" in parsed
      ? [{ field: "pin", messageId: parsed.issue, params: {} }]
      : issuesOf(ask.profile, { profile: { pin: parsed.value } })
  if ("issue" in parsed || issues.length > 0) {
    return yield* new ProfileError({ reason: { _tag: "ProfileIssues", issues: issues.map((issue) => issueOf(issue)) } })
  }
  const pinHash = yield* (yield* PasswordHasher).hash(Redacted.make(parsed.value))
  yield* changePartIn(session, now, (facts) =>
    Result.succeed(changePart("pin", { pinHash }, facts, policy, now, undefined))
  )
})
