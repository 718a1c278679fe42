import type { DecisionError } from "@mtc-logon/core/decisions"
import type { LogInError } from "@mtc-logon/core/login"
import type { HashingBusy } from "@mtc-logon/core/logon"
import type { FieldIssue, LogonRequestError } from "@mtc-logon/core/logon-request"
import type { ProfileError } from "@mtc-logon/core/profile"
import type { RecoveryError } from "@mtc-logon/core/recovery"
import type { RecordsUnavailable } from "@mtc-logon/core/taxpayer"
import type { TwoStepError } from "@mtc-logon/core/two-step"
import type { MessageId } from "@mtc-logon/core/wording"
import type { DateTime } from "effect"
import type { HttpError } from "./HttpError.ts"

/** Every failure that a route may hand to `answer`: another one does not compile there. */
export type AnsweredError =
  | HttpError
  | DecisionError
  | LogonRequestError
  | LogInError
  | TwoStepError
  | ProfileError
  | RecoveryError
  | HashingBusy
  | RecordsUnavailable

/** A failure as the outside sees it, before it is put into words. */
export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 503
  /** Stable for ever: the end of the type `urn:mtc-logon:problem:<code>`. */
  readonly code: string
  /** Its title in the wording. */
  readonly messageId: MessageId
  readonly issues?: ReadonlyArray<FieldIssue>
  /** The step whose answer the issues are of. */
  readonly step?: string
  readonly retryAt?: DateTime.Utc
  /** What to do next, in the wording. */
  readonly remedies?: ReadonlyArray<MessageId>
  /** Why an activation is required, or what a service that is not ready waits for. */
  readonly reason?: string
  /** Its body has no request id, so that two of them are the same to the byte. @rule D-09 */
  readonly isUniform?: true
}

const malformed = (path: string): FieldIssue => ({
  path,
  code: "malformed",
  messageId: "problem.malformed-member" satisfies MessageId,
  params: {}
})

const unavailable: Problem = { status: 503, code: "unavailable", messageId: "problem.unavailable" }
const notFound: Problem = { status: 404, code: "not_found", messageId: "problem.not-found" }
const issues = { status: 422, code: "issues", messageId: "problem.issues" } as const

/** The only table from a failure to status, code and sentence; without a default, so that a new reason does not compile. */
export const problemOf = (error: AnsweredError): Problem => {
  if (error._tag === "HashingBusy" || error._tag === "RecordsUnavailable") return unavailable
  const { reason } = error
  switch (reason._tag) {
    case "RouteNotFound":
    case "NotFound":
    case "MethodNotFound":
    case "DeviceNotFound":
      return notFound
    case "Unreadable":
      return { status: 410, code: "unreadable", messageId: "problem.unreadable" }
    case "NotJsonType":
      return { status: 415, code: "unsupported_media_type", messageId: "problem.unsupported-media-type" }
    case "BodyTooLarge":
      return { status: 413, code: "too_large", messageId: "problem.too-large" }
    case "Malformed":
      return {
        status: 400,
        code: "malformed",
        messageId: "problem.malformed",
        ...(reason.paths.length === 0 ? {} : { issues: reason.paths.map(malformed) })
      }
    case "OriginRefused":
      return { status: 403, code: "origin_not_allowed", messageId: "problem.origin-not-allowed" }
    case "PartnerRefused":
      return { status: 403, code: reason.why, messageId: "problem.partner-refused" }
    case "NoBearer":
      return { status: 401, code: "bearer_required", messageId: "problem.bearer-required" }
    case "ApiKeyRefused":
      return { status: 401, code: "api_key_required", messageId: "problem.api-key-required" }
    case "ScopeMissing":
      return { status: 403, code: "scope_missing", messageId: "problem.scope-missing" }
    case "FactsRefused":
      return {
        status: 400,
        code: "malformed",
        messageId: "problem.malformed",
        issues: reason.issues.map(({ code, path }) => ({ ...malformed(path), code }))
      }
    case "TooManyRequests":
      return {
        status: 429,
        code: "too_many_requests",
        messageId: "problem.too-many-requests",
        retryAt: reason.retryAt
      }
    case "Unavailable":
    case "RecordsUnavailable":
      return unavailable
    case "Busy":
      return { ...unavailable, retryAt: reason.retryAt }
    case "NotReady":
      return { ...unavailable, reason: reason.why }
    case "Defect":
      return { status: 500, code: "internal", messageId: "problem.internal" }
    case "StepNotOpen":
      return { status: 409, code: "step_not_open", messageId: "problem.step-not-open" }
    case "Issues":
      return { ...issues, issues: reason.issues, step: reason.step }
    case "ProfileIssues":
      return { ...issues, issues: reason.issues }
    case "LinkRefused":
      return {
        status: 422,
        code: "link_refused",
        messageId: "problem.link-refused",
        remedies: ["remedy.send-new-link", "remedy.call"],
        isUniform: true
      }
    case "AnswerRefused":
      return {
        status: 422,
        code: "answer_refused",
        messageId: "problem.answer-refused",
        remedies: ["remedy.request-letter", "remedy.call"]
      }
    case "RecoveryLocked":
      return {
        status: 423,
        code: "recovery_locked",
        messageId: "problem.recovery-locked",
        retryAt: reason.retryAt,
        remedies: ["remedy.wait", "remedy.request-letter", "remedy.call"]
      }
    case "NothingToLock":
      return { status: 409, code: "nothing_to_lock", messageId: "problem.nothing-to-lock" }
    case "NothingToOpen":
      return { status: 409, code: "nothing_to_open", messageId: "problem.nothing-to-open" }
    case "NothingToConfirm":
      return { status: 409, code: "nothing_to_confirm", messageId: "problem.nothing-to-confirm" }
    case "LetterRefused":
      return {
        status: 422,
        code: "letter_refused",
        messageId: "problem.letter-refused",
        remedies: ["remedy.check-letter", "remedy.request-letter", "remedy.call"],
        isUniform: true
      }
    case "VerificationFailed":
      return {
        status: 422,
        code: "verification_failed",
        messageId: "problem.verification-failed",
        remedies: ["remedy.check-number-and-amount", "remedy.use-letter-id", "remedy.call"],
        isUniform: true
      }
    case "Locked":
      return {
        status: 423,
        code: "locked",
        messageId: "problem.locked",
        // What does not open by itself is not waited for (D-30).
        remedies:
          reason.retryAt === undefined
            ? ["remedy.use-letter-id", "remedy.request-letter", "remedy.call"]
            : ["remedy.wait", "remedy.use-letter-id", "remedy.call"],
        isUniform: true,
        ...(reason.retryAt === undefined ? {} : { retryAt: reason.retryAt })
      }
    case "PasswordRefused":
      return { status: 422, code: "password_refused", messageId: "problem.password-refused" }
    case "LogInFailed":
      return { status: 401, code: "log_in_failed", messageId: "problem.log-in-failed" }
    case "LogInLocked":
      return { status: 423, code: "log_in_locked", messageId: "problem.log-in-locked", retryAt: reason.retryAt }
    case "ActivationRequired":
      return {
        status: 403,
        code: "activation_required",
        messageId: "problem.activation-required",
        reason: reason.why
      }
    case "ResendsUsedUp":
      return { status: 409, code: "resends_used_up", messageId: "problem.resends-used-up" }
    case "NotLoggedIn":
    case "SecondStepFirst":
      return { status: 401, code: "not_logged_in", messageId: "problem.not-logged-in" }
    case "CodeRefused":
      return { status: 422, code: "code_refused", messageId: "problem.code-refused" }
    case "CodeLocked":
      return { status: 423, code: "code_locked", messageId: "problem.code-locked", retryAt: reason.retryAt }
    case "TooSoon":
      return { status: 429, code: "too_soon", messageId: "problem.too-soon", retryAt: reason.retryAt }
    case "TextsUsedUp":
      return {
        status: 429,
        code: "texts_used_up",
        messageId: "problem.texts-used-up",
        retryAt: reason.retryAt,
        remedies: ["remedy.other-way", "remedy.call"]
      }
    case "PasswordWrong":
      return { status: 422, code: "password_refused", messageId: "problem.password-wrong" }
    case "PasswordRequired":
      return { status: 403, code: "password_required", messageId: "problem.password-required" }
    case "TermsRequired":
      return { status: 403, code: "terms_required", messageId: "problem.terms-required" }
    case "LastMethod":
      return { status: 409, code: "last_method", messageId: "problem.last-method" }
    case "AlreadyConfirmed":
      return { status: 409, code: "already_confirmed", messageId: "problem.already-confirmed" }
    case "KindNotOffered":
      return { status: 422, code: "kind_not_offered", messageId: "problem.kind-not-offered" }
    case "Issue":
      return {
        ...issues,
        issues: [{ path: reason.path, code: codeOf(reason.messageId), messageId: reason.messageId, params: {} }]
      }
  }
}

/** `issue.email-malformed` is the code `email-malformed`. */
const codeOf = (messageId: string) => messageId.slice(messageId.indexOf(".") + 1)
