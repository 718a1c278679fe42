import { problems, titleOf } from "@mtc-logon/core/contract"
import type { ProblemCode, ProblemRow } from "@mtc-logon/core/contract"
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

type Reason = Extract<AnsweredError, { readonly reason: unknown }>["reason"]

/** A failure as the outside sees it, before it is put into words. */
export interface Problem extends Omit<ProblemRow, "title"> {
  readonly code: ProblemCode
  /** Its title in the wording. */
  readonly messageId: MessageId
  readonly issues?: ReadonlyArray<FieldIssue>
  /** The step whose answer the issues are of. */
  readonly step?: string
  readonly retryAt?: DateTime.Utc
  /** Why an activation is required, or what a service that is not ready waits for. */
  readonly reason?: string
}

/** What a reason says besides the row of its code. */
type Said = Partial<Omit<Problem, "status">> & Pick<Problem, "code">

const malformed = (path: string, code = "malformed"): FieldIssue => ({
  path,
  code,
  messageId: "problem.malformed-member" satisfies MessageId,
  params: {}
})

/** `issue.email-malformed` is the code `email-malformed`. */
const issueOf = ({ messageId, path }: Extract<Reason, { readonly _tag: "Issue" }>): FieldIssue => ({
  path,
  code: messageId.slice(messageId.indexOf(".") + 1),
  messageId,
  params: {}
})

/** The code of each reason, with what it says besides. A new reason does not compile without one. */
const codes: {
  readonly [T in Reason["_tag"]]: ProblemCode | ((reason: Extract<Reason, { readonly _tag: T }>) => Said)
} = {
  RouteNotFound: "not_found",
  NotFound: "not_found",
  MethodNotFound: "not_found",
  DeviceNotFound: "not_found",
  Unreadable: "unreadable",
  NotJsonType: "unsupported_media_type",
  BodyTooLarge: "too_large",
  Malformed: ({ paths }) => ({
    code: "malformed",
    ...(paths.length > 0 && { issues: paths.map((path) => malformed(path)) })
  }),
  FactsRefused: ({ issues }) => ({ code: "malformed", issues: issues.map(({ code, path }) => malformed(path, code)) }),
  OriginRefused: "origin_not_allowed",
  PartnerRefused: ({ why }) => ({ code: why }),
  NoBearer: "bearer_required",
  ApiKeyRefused: "api_key_required",
  ScopeMissing: "scope_missing",
  TooManyRequests: ({ retryAt }) => ({ code: "too_many_requests", retryAt }),
  Unavailable: "unavailable",
  RecordsUnavailable: "unavailable",
  Busy: ({ retryAt }) => ({ code: "unavailable", retryAt }),
  NotReady: ({ why }) => ({ code: "unavailable", reason: why }),
  Defect: "internal",
  StepNotOpen: "step_not_open",
  Issues: ({ issues, step }) => ({ code: "issues", issues, step }),
  ProfileIssues: ({ issues }) => ({ code: "issues", issues }),
  Issue: (reason) => ({ code: "issues", issues: [issueOf(reason)] }),
  VerificationFailed: "verification_failed",
  Locked: ({ retryAt }) => ({
    code: "locked",
    ...(retryAt !== undefined && { retryAt, remedies: ["remedy.wait", "remedy.use-letter-id", "remedy.call"] })
  }),
  LogInFailed: "log_in_failed",
  LogInLocked: ({ retryAt }) => ({ code: "log_in_locked", retryAt }),
  ActivationRequired: ({ why }) => ({ code: "activation_required", reason: why }),
  ResendsUsedUp: "resends_used_up",
  NotLoggedIn: "not_logged_in",
  SecondStepFirst: "not_logged_in",
  TermsRequired: "terms_required",
  PasswordWrong: "password_refused",
  PasswordRefused: () => ({ code: "password_refused", messageId: "problem.password-refused" }),
  PasswordRequired: "password_required",
  CodeRefused: "code_refused",
  CodeLocked: ({ retryAt }) => ({ code: "code_locked", retryAt }),
  TooSoon: ({ retryAt }) => ({ code: "too_soon", retryAt }),
  TextsUsedUp: ({ retryAt }) => ({ code: "texts_used_up", retryAt }),
  LastMethod: "last_method",
  AlreadyConfirmed: "already_confirmed",
  KindNotOffered: "kind_not_offered",
  LinkRefused: "link_refused",
  AnswerRefused: "answer_refused",
  RecoveryLocked: ({ retryAt }) => ({ code: "recovery_locked", retryAt }),
  LetterRefused: "letter_refused",
  NothingToLock: "nothing_to_lock",
  NothingToOpen: "nothing_to_open",
  NothingToConfirm: "nothing_to_confirm"
}

/** Returns what the outside sees of a failure. */
export const problemOf = (error: AnsweredError): Problem => {
  const { reason } = "reason" in error ? error : { reason: { _tag: "Unavailable" } as const }
  const said = codes[reason._tag]
  // The entry of a tag takes the reason with that tag.
  const { code, ...rest }: Said = typeof said === "string" ? { code: said } : said(reason as never)
  return { ...problems[code], code, messageId: titleOf(code), ...rest }
}
