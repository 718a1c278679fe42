import { Effect, Redacted } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { issuesOf, warningsOf } from "../engine/issuesOf.ts"
import { CommonPasswords } from "../logon/CommonPasswords.ts"
import { Logons } from "../logon/Logons.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import type { KeptAnswers } from "./stepShapes.ts"
import type { ParsedAnswers } from "./answers/parseAnswer.ts"
import type { LogonRequestDraft } from "./LogonRequest.ts"
import { LogonRequestError } from "./LogonRequestError.ts"
import { toFieldIssue } from "./toFieldIssue.ts"

/**
 * Asks the rules of username and password that only the server can decide, then hashes what must not be kept. It also returns
 * advice to choose something else.
 *
 * **Details**
 *
 * This is the first step that reveals that a username is taken, and only to a verified person: earlier, it would reveal who has
 * a logon. The submit asks again, because a draft does not hold a username (D-33).
 *
 * @rule D-18 @rule D-19 @rule D-20
 */
export const chooseCredentials = Effect.fn("chooseCredentials")(function* (
  { answers }: LogonRequestDraft,
  { password, secretAnswer, secretQuestion, username }: ParsedAnswers["logon"],
  { ask }: RuleSetInForce
) {
  const taken = yield* (yield* Logons).usernameTaken(username)
  const blocklisted = yield* (yield* CommonPasswords).includes(Redacted.make(password))
  const ownNumber = answers["taxpayer-id"] === undefined ? null : Redacted.value(answers["taxpayer-id"].id)
  const chosen = { password: { text: password, confirm: password, username, blocklisted } }
  const issues = [
    ...issuesOf(ask.username, { username: { text: username, ownNumber, taken } }),
    ...issuesOf(ask.password, chosen)
  ]
  if (issues.length > 0) {
    const reason = { _tag: "Issues", step: "logon", issues: issues.map(toFieldIssue) } as const
    return yield* new LogonRequestError({ reason })
  }
  const hasher = yield* PasswordHasher
  const kept: KeptAnswers["logon"] = {
    username,
    passwordHash: yield* hasher.hash(Redacted.make(password)),
    secretQuestion,
    secretAnswerHash: yield* hasher.hash(Redacted.make(secretAnswer))
  }
  return { kept, warnings: warningsOf(ask.password, chosen).map(toFieldIssue) }
})
