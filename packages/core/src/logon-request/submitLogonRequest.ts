import { DateTime, Effect, Redacted, Result } from "effect"
import { decidePlace } from "../access/decidePlace.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { issuesOf } from "../engine/issuesOf.ts"
import { PasswordHasher } from "../logon/PasswordHasher.ts"
import { changedSince } from "./changedSince.ts"
import { formatConfirmationNumber } from "./formatConfirmationNumber.ts"
import type { LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequestError } from "./LogonRequestError.ts"
import { LogonRequests } from "./LogonRequests.ts"
import type { Decided, Submission, SubmitFacts } from "./LogonRequests.ts"
import type { ReceiptView } from "./logonRequestViewSchema.ts"
import { openStepOf } from "./logonRequestToView.ts"
import { toFieldIssue } from "./toFieldIssue.ts"

/**
 * Submits a locked draft. Pure.
 *
 * **Details**
 *
 * It does not decide the identity again. It decides again only what may have changed since its step: the letter, the username and
 * the role (D-29). Holds wait for processing (D-35).
 *
 * @rule R-26 @rule R-27
 */
export const decideSubmit = (
  { access: standing, draft, letterHeld, letterMailedAt, sequence, usernameTaken }: SubmitFacts,
  { ask }: RuleSetInForce,
  pinHash: Redacted.Redacted,
  now: DateTime.Utc
): Decided<Submission, ReceiptView> => {
  const { logon, profile, terms, "profile-access": access, "taxpayer-id": taxpayerId } = draft.answers
  if (openStepOf(draft) !== "summary" || !draft.proof || !logon || !profile || !terms || !access || !taxpayerId) {
    return Result.fail({ _tag: "StepNotOpen" })
  }
  if (!letterHeld) return Result.fail({ _tag: "VerificationFailed" })

  const username = { text: logon.username, ownNumber: Redacted.value(taxpayerId.id), taken: usernameTaken }
  const issues = issuesOf(ask.username, { username })
  if (issues.length > 0) return Result.fail({ _tag: "Issues", step: "logon", issues: issues.map(toFieldIssue) })

  const { accountType } = taxpayerId
  const { evidence } = draft.proof
  const place = decidePlace(standing, { evidence, letterMailedAt }, accountType, ask)
  if (place === null) return Result.fail({ _tag: "StepNotOpen" })
  const { displaces, role } = place

  const { pin, ...contact } = profile
  const receipt = {
    confirmationNumber: formatConfirmationNumber(sequence),
    submittedAt: DateTime.formatIso(now),
    username: logon.username,
    role
  }
  return Result.succeed({
    next: {
      receipt,
      logon: {
        username: logon.username,
        passwordHash: logon.passwordHash,
        secretQuestion: logon.secretQuestion,
        secretAnswerHash: logon.secretAnswerHash,
        pinHash,
        profile: contact,
        taxProfessional: access.taxProfessional,
        terms: { version: terms.termsVersion, acceptedAt: terms.acceptedAt },
        role
      },
      displaces
    },
    // Whoever is there stays as they were: a contest begins at the approval, and a letter takes their place at the first log-in.
    events: [{ _tag: "LogonRequestSubmitted", confirmationNumber: receipt.confirmationNumber, role: role.role }],
    answer: { ...receipt, pin: Redacted.value(pin) }
  })
}

/**
 * Submits a request: in one transaction it reserves username and role, uses the letter and enqueues the notices.
 *
 * **Details**
 *
 * Hash the PIN, lock, decide, store, answer. The receipt shows the PIN once; a repeat of the same submit gives the same
 * receipt without it (D-17).
 */
export const submitLogonRequest = Effect.fn("submitLogonRequest")(function* (key: LogonRequestKey) {
  const now = yield* DateTime.now
  const requests = yield* LogonRequests
  const request = yield* requests.find(key, now)
  const rules = yield* (yield* RuleSets).inForce(now, request.ruleSet)
  if (request.status !== "draft") {
    const { confirmationNumber, role, submittedAt, username } = request
    return { confirmationNumber, submittedAt: DateTime.formatIso(submittedAt), username, role }
  }
  const pin = request.answers.profile?.pin
  if (pin === undefined) return yield* new LogonRequestError({ reason: { _tag: "StepNotOpen" } })
  const pinHash = yield* (yield* PasswordHasher).hash(pin)
  return yield* requests.submit(key, now, (facts) =>
    changedSince(request, facts.draft) ? Result.fail({ _tag: "StepNotOpen" }) : decideSubmit(facts, rules, pinHash, now)
  )
})
