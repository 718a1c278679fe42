import { DateTime, Effect, Redacted, Result } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { issuesOf } from "../engine/issuesOf.ts"
import { parseSecretAnswer } from "../logon/parseSecretAnswer.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import type { Session } from "../login/Session.ts"
import { requireRecentPassword } from "../two-step/requireRecentPassword.ts"
import { findLogon } from "../logon/findLogon.ts"
import { Keys } from "../logon/Keys.ts"
import { changePartIn } from "./applyPart.ts"
import { changePart } from "./changePart.ts"
import { issueOf } from "./issueOf.ts"
import { ProfileError } from "./ProfileError.ts"
import { keptLogonOf } from "./keptLogonOf.ts"

/**
 * Gives a logon another secret question.
 *
 * **Gotchas**
 *
 * The password is not at hand to be compared; that the answer is the password is asked against its hash.
 *
 * @rule D-20
 */
export const changeSecretQuestion = Effect.fn("changeSecretQuestion")(function* (
  session: Session,
  typed: { readonly secretQuestion: string; readonly secretAnswer: Redacted.Redacted }
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const { ask, policy } = rules
  yield* requireRecentPassword(session, rules, now)
  const hasher = yield* PasswordHasher
  const { passwordHashes, username } = keptLogonOf(yield* findLogon(session.logonId, now), yield* Keys)
  const answer = parseSecretAnswer(Redacted.value(typed.secretAnswer))
  const question = typed.secretQuestion
  const isPassword = yield* hasher.matches(typed.secretAnswer, passwordHashes[0] ?? null)
  const read = "value" in answer ? { answer: answer.value } : {}
  const issues =
    policy.logon.secretQuestions.length === 0
      ? [{ field: "secretQuestion", messageId: "issue.secret-question-not-listed", params: {} }]
      : [
          ...("issue" in answer ? [{ field: "secretAnswer", messageId: answer.issue, params: {} }] : []),
          ...issuesOf(ask.secretQuestion, {
            // Where the answer is the password, the rule that compares them is given the same text twice.
            secretQuestion: {
              question,
              username,
              ...read,
              password: isPassword ? Redacted.value(typed.secretAnswer) : ""
            }
          })
        ]
  if ("issue" in answer || issues.length > 0) {
    return yield* new ProfileError({ reason: { _tag: "ProfileIssues", issues: issues.map((issue) => issueOf(issue)) } })
  }
  const answerHash = yield* hasher.hash(Redacted.make(answer.value))
  yield* changePartIn(session, now, (facts) =>
    Result.succeed(
      changePart("secret-question", { secretQuestion: { id: question, answerHash } }, facts, policy, now, undefined)
    )
  )
})
