import { DateTime, Effect, Redacted, Result } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { changeSome } from "../logon/endLogOns.ts"
import type { Keys } from "../logon/Keys.ts"
import type { Logon } from "../logon/Logon.ts"
import { Logons } from "../logon/Logons.ts"
import type { LogonDecision } from "../logon/Logons.ts"
import { parseSecretAnswer } from "../logon/parseSecretAnswer.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { applyPart } from "../profile/applyPart.ts"
import { checkNewPassword } from "../profile/checkNewPassword.ts"
import { chooseNewPassword } from "../profile/chooseNewPassword.ts"
import { confirmSecondProof } from "./confirmSecondProof.ts"
import type { SecondProof } from "./confirmSecondProof.ts"
import { decideReset } from "./decideReset.ts"
import { RecoveryError } from "./RecoveryError.ts"
import { findLink, resetFactsOf } from "./findLink.ts"
import { proofOf } from "./findRecoveryQuestion.ts"

/** What is shown behind the link: the answer to the secret question or the code that stands in its place, or a passkey. */
export interface TypedReset {
  readonly shown: SecondProof
  readonly newPassword: Redacted.Redacted
}

const refused = new RecoveryError({ reason: { _tag: "LinkRefused" } })

/** Changes a logon and its link: counts a wrong answer, or uses the link for the new password. Pure. @rule D-47 */
export const applyReset = (
  logon: Logon,
  keys: Keys["Service"],
  linkId: string,
  proved: boolean,
  passwordHashes: ReadonlyArray<Redacted.Redacted>,
  rules: RuleSetInForce,
  now: DateTime.Utc
): LogonDecision<void, RecoveryError> => {
  const facts = resetFactsOf(logon, keys, linkId)
  if (facts === null) return { next: logon, events: [], answer: Result.fail(refused) }
  const notMeId = keys.makeId("not-me-code")
  const { answer, events, next } = decideReset({ ...facts, notMeId }, proved, passwordHashes, rules, now)
  const told = Result.mapError(answer, (reason) => new RecoveryError({ reason }))
  if (next._tag === "Unchanged") return { next: logon, events, answer: told }
  const passwordLinks = changeSome(
    logon.passwordLinks,
    ({ id }) => id === linkId,
    (link) =>
      next._tag === "Missed"
        ? { ...link, missesAt: [...link.missesAt, DateTime.formatIso(now)] }
        : { ...link, state: "used" as const, usedAt: now }
  )
  const counted = { ...logon, passwordLinks }
  return { next: next._tag === "Missed" ? counted : applyPart(counted, keys, next, notMeId, now), events, answer: told }
}

/**
 * Replaces a forgotten password: the mailed link, a second proof, the rules of passwords.
 *
 * **Details**
 *
 * It checks the link, asks the public rules about the new password, compares the proof and the history, locks, decides, stores and
 * returns. A password that breaks a rule costs no answer. A wrong answer is stored before it is returned. An invalid link takes
 * the same work as a wrong answer. It opens no session: the next log-in still asks for the second step.
 *
 * @rule D-47
 */
export const resetPassword = Effect.fn("resetPassword")(function* (link: Redacted.Redacted, typed: TypedReset) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const hasher = yield* PasswordHasher
  const found = yield* findLink(link, now)
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
  const { found: logon } = found
  const once = { newPassword, confirmPassword: newPassword }
  yield* checkNewPassword(found.logon.username, once, rules)

  const proof = proofOf(logon, rules)
  const matched = yield* hasher.matches(answer, proof === "secret-question" ? logon.secretAnswerHash : null)
  const linkId = found.link.id
  const proved = proof === "code" ? yield* confirmSecondProof(logon, linkId, shown, rules, now) : matched
  const passwordHashes = proved ? yield* chooseNewPassword(found.logon, newPassword, rules) : []
  yield* (yield* Logons).change(logon.id, now, (logon, keys) =>
    applyReset(logon, keys, linkId, proved, passwordHashes, rules, now)
  )
})
