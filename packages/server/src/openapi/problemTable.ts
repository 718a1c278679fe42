import { HashingBusy } from "@mtc-logon/core/logon"
import { DateTime } from "effect"
import { problemOf } from "../http/problems.ts"
import type { AnsweredError, Problem } from "../http/problems.ts"
import { sayIn } from "../say.ts"

type Reason = Extract<AnsweredError, { readonly reason: unknown }>["reason"]

const retryAt = DateTime.makeUnsafe(0)
const nothing = { issues: [] }

/** One of each reason that there is: a reason without one does not compile. */
const reasons: { readonly [T in Reason["_tag"]]: ReadonlyArray<Omit<Extract<Reason, { readonly _tag: T }>, "_tag">> } =
  {
    RouteNotFound: [{}],
    NotFound: [{}],
    Unreadable: [{}],
    MethodNotFound: [{}],
    DeviceNotFound: [{}],
    NotJsonType: [{}],
    BodyTooLarge: [{}],
    Malformed: [{ paths: [] }],
    OriginRefused: [{}],
    PartnerRefused: [{ why: "partner_unknown" }, { why: "partner_disabled" }],
    NoBearer: [{}],
    ApiKeyRefused: [{}],
    ScopeMissing: [{}],
    FactsRefused: [nothing],
    TooManyRequests: [{ retryAt }],
    Unavailable: [{}],
    Busy: [{ retryAt }],
    NotReady: [{ why: "database" }],
    RecordsUnavailable: [{}],
    Defect: [{}],
    StepNotOpen: [{}],
    Issues: [{ ...nothing, step: "profile" }],
    ProfileIssues: [nothing],
    LinkRefused: [{}],
    AnswerRefused: [{}],
    RecoveryLocked: [{ retryAt }],
    NothingToLock: [{}],
    NothingToOpen: [{}],
    NothingToConfirm: [{}],
    LetterRefused: [{}],
    TextsUsedUp: [{ retryAt }],
    VerificationFailed: [{}],
    Locked: [{}],
    PasswordRefused: [{}],
    LogInFailed: [{}],
    LogInLocked: [{ retryAt }],
    ActivationRequired: [{ why: "missing" }],
    ResendsUsedUp: [{}],
    NotLoggedIn: [{}],
    SecondStepFirst: [{}],
    CodeRefused: [{}],
    CodeLocked: [{ retryAt }],
    TooSoon: [{ retryAt }],
    PasswordWrong: [{}],
    PasswordRequired: [{}],
    TermsRequired: [{}],
    LastMethod: [{}],
    AlreadyConfirmed: [{}],
    KindNotOffered: [{}],
    Issue: [{ path: "email", messageId: "issue.email-malformed" }]
  }

/** A code of the table, with its status and its title in English. */
export interface CodeOfProblem extends Pick<Problem, "status" | "code"> {
  readonly title: string
}

const problems = Object.entries(reasons).flatMap(([_tag, each]) =>
  each.map((rest) => problemOf({ _tag: "HttpError", reason: { _tag, ...rest } } as unknown as AnsweredError))
)

/** Every code that a problem may have, as `problemOf` gives it. */
export const problemTable: ReadonlyMap<string, CodeOfProblem> = new Map(
  [...problems, problemOf(new HashingBusy())].map(({ code, messageId, status }) => [
    code,
    { code, status, title: sayIn("en")(messageId) }
  ])
)
