import { DateTime, Effect, Redacted, Result } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import { parseSecretAnswer } from "../logon/parseSecretAnswer.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import { checkNewPassword } from "../profile/checkNewPassword.ts"
import { chooseNewPassword } from "../profile/chooseNewPassword.ts"
import { decideReset } from "./decideReset.ts"
import { Recoveries } from "./Recoveries.ts"
import { RecoveryError } from "./RecoveryError.ts"
import { proofOf } from "./findRecoveryQuestion.ts"
import { SecondProofs } from "./SecondProofs.ts"
import type { SecondProof } from "./SecondProofs.ts"

/** What is shown behind the link: the answer to the secret question or the code that stands in its place, or a passkey. */
export interface TypedReset {
  readonly shown: SecondProof
  readonly newPassword: Redacted.Redacted
}

const refused = new RecoveryError({ reason: { _tag: "LinkRefused" } })

/**
 * Replaces a forgotten password: the mailed link, a second proof, the rules of passwords.
 *
 * **Details**
 *
 * Look whether the link is good, hold the new password against the public rules, compare the proof, the history, lock, decide,
 * store, answer. A password that breaks a rule costs no answer; a wrong answer is stored before it is told. A link that opens
 * nothing does the work of a wrong answer. It opens no session: two-step verification is still asked.
 *
 * @rule D-47
 */
export const resetPassword = Effect.fn("resetPassword")(function* (link: Redacted.Redacted, typed: TypedReset) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const recoveries = yield* Recoveries
  const hasher = yield* PasswordHasher
  const found = yield* recoveries.find(link, now)
  const { newPassword, shown } = typed
  const read = "code" in shown ? parseSecretAnswer(Redacted.value(shown.code)) : { value: "" }
  const answer = Redacted.make("value" in read ? read.value : "")
  if (found === null) {
    yield* hasher.matches(answer, null)
    return yield* refused
  }
  const { answer: open } = decideReset(found, "unseen", [], rules, now)
  if (Result.isFailure(open)) {
    yield* hasher.matches(answer, null)
    return yield* new RecoveryError({ reason: open.failure })
  }
  if ("issue" in read) {
    return yield* new RecoveryError({ reason: { _tag: "Issue", path: "answer", messageId: read.issue } })
  }
  const once = { newPassword, confirmPassword: newPassword }
  yield* checkNewPassword(found.logon.username, once, rules)

  const proof = yield* proofOf(found, rules)
  const matched = yield* hasher.matches(answer, proof === "secret-question" ? found.secretAnswerHash : null)
  const answered = { logonId: found.logon.logonId, recoveryId: found.link.id }
  const proved = proof === "code" ? yield* (yield* SecondProofs).confirm(answered, shown, now) : matched
  const passwordHashes = proved ? yield* chooseNewPassword(found.logon, newPassword, rules) : []
  const decided = yield* recoveries.change(link, now, (facts) => decideReset(facts, proved, passwordHashes, rules, now))
  if (Result.isFailure(decided)) return yield* new RecoveryError({ reason: decided.failure })
})
