import * as Schema from "effect/Schema"
import type { Role } from "../access/Role.ts"
import { schemaOfSheet } from "../policy/PolicySheet.ts"
import type { PagePolicy } from "../questions/pageQuestions.ts"
import { policySheet } from "../questions/policySheet.ts"
import { schemaOf } from "../engine/schemaOf.ts"
import { stepIds } from "../journey/logonRequestJourney.ts"
import { accountTypeSchema } from "../taxpayer/accountTypeSchema.ts"
import { FieldIssue } from "../logon/FieldIssue.ts"
import { AnswersView } from "./stepShapes.ts"

const step = Schema.Literals(stepIds)

/** @rule D-33 */
export const submittedStatuses = ["submitted", "approved", "referred", "denied", "activated", "expired"] as const
const logonRequestStatus = Schema.Literals(["draft", ...submittedStatuses])
export type LogonRequestStatus = typeof logonRequestStatus.Type

/** RFC 3339. */
const instant = Schema.String.annotate({ format: "date-time" })
const confirmationNumber = Schema.String.annotate({ examples: ["0-704-061-440"] })

const journeyPlaceSchema = Schema.Struct({
  step,
  /** Wording id, `step.<id>.title`; over HTTP the text, in the caller's language. */
  title: Schema.String.annotate({ description: "The title as text. step is its id.", examples: ["Taxpayer Type"] }),
  state: Schema.Literals(["done", "current", "ahead"])
}).annotate({ identifier: "JourneyPlace" })

/** One place of the progress bar. */
export interface JourneyPlace extends Schema.Schema.Type<typeof journeyPlaceSchema> {}

const roleSchema = schemaOf<Role>()(
  "Role",
  Schema.Union([
    Schema.Struct({ role: Schema.Literal("MasterAdministrator"), scope: Schema.Literal("all") }),
    Schema.Struct({ role: Schema.Literal("TaxAdministrator"), scope: accountTypeSchema })
  ])
)

const { accountTypes, formLines, idRanges, logon, terms, verification, contacts, retention, session } = policySheet

/** The values that the questions of a page read. */
const pageSheet = { idRanges, accountTypes, formLines, verification, logon, terms } satisfies Readonly<
  Record<keyof PagePolicy, unknown>
>

const optionsSchema = Schema.Struct({
  policy: schemaOfSheet("PagePolicy", pageSheet),
  contacts: schemaOfSheet("Contacts", { phone: contacts.phone, tollFree: contacts.tollFree, hours: contacts.hours }),
  today: Schema.String.annotate({ format: "date", description: "Date in America/New_York." }),
  idleMinutes: retention.draftIdleMinutes.schema.annotate({ description: "How long a draft may be idle." }),
  warnSeconds: session.warnSeconds.schema.annotate({ description: "How long before its idle end a page warns." }),
  links: Schema.Struct({
    registerBusiness: Schema.String,
    registerIndividual: Schema.String,
    registerEstate: Schema.String,
    filingOptions: Schema.String,
    faq: Schema.String,
    videos: Schema.String,
    billOfRights: Schema.String,
    businessLogon: Schema.NullOr(Schema.String).annotate({
      description: "Where a business creates a logon, because this form cannot. null means by phone only."
    })
  }),
  mailFrom: Schema.String.annotate({ description: "The sender address of every e-mail." }),
  /** Never in production. @rule R-37 */
  developmentTools: Schema.Boolean.annotate({
    description: "Whether this is a development server with its tools. Never true in production."
  })
}).annotate({ identifier: "LogonRequestOptions" })

/**
 * What the screens need from the rule set that a draft is pinned to: the values that the page's questions read, the form lines
 * that the form offers, and the few server settings that a screen shows. A page gets them once, when it opens or reads a
 * request.
 */
export interface LogonRequestOptions extends Schema.Schema.Type<typeof optionsSchema> {}

const draftEnd = {
  expiresAt: instant.annotate({
    description: "When the draft ends. Every answer, and keep, moves the idle deadline."
  }),
  now: instant.annotate({ description: "The service's current time, because a browser's clock may be wrong." })
}

/** When a draft ends, as JSON has it. */
export const draftEndViewSchema = Schema.Struct(draftEnd).annotate({ identifier: "DraftEndView" })

/** When a draft ends: the answer of `POST /v1/logon-requests/{id}/keep`. */
export interface DraftEndView extends Schema.Schema.Type<typeof draftEndViewSchema> {}

const summaryViewSchema = Schema.Struct({
  name: Schema.String,
  username: Schema.String,
  phoneNumber: Schema.String.annotate({ description: "E.164.", examples: ["+16178876367"] }),
  email: Schema.String
}).annotate({ identifier: "SummaryView" })

/** What a person checks before the submit, in clear: the four lines of the source. @rule R-26 */
export interface SummaryView extends Schema.Schema.Type<typeof summaryViewSchema> {}

const fields = {
  id: Schema.String,
  status: logonRequestStatus,
  step: step.annotate({ description: "The first step that is not answered. confirmation after the submit." }),
  journey: Schema.Array(journeyPlaceSchema).annotate({ description: "The progress bar, in order." }),
  answers: AnswersView,
  summary: Schema.optionalKey(
    summaryViewSchema.annotate({
      description:
        "The answers in clear, for the person to check. Present when every step is answered, until the submit."
    })
  ),
  ruleSet: Schema.Struct({
    id: Schema.String,
    hash: Schema.String.annotate({ description: "SHA-256, in hex, of the rule set that this draft is pinned to." })
  }),
  ...draftEnd,
  /** Forecast, from the logon step on. @rule R-20 */
  role: Schema.optionalKey(roleSchema),
  /** From the logon step on. @rule D-34 */
  logonExists: Schema.optionalKey(
    Schema.Boolean.annotate({ description: "Whether someone already has a logon for this taxpayer." })
  ),
  warnings: Schema.optionalKey(
    Schema.Array(FieldIssue).annotate({
      description: "Advice on an accepted answer. The person can change it or leave it."
    })
  ),
  confirmationNumber: Schema.optionalKey(confirmationNumber)
}

/** The state of a request, as JSON has it. */
export const logonRequestStateSchema = Schema.Struct(fields).annotate({ identifier: "LogonRequestState" })

/** A request as its owner reads it, as JSON has it. */
export const logonRequestViewSchema = Schema.Struct({ ...fields, options: optionsSchema }).annotate({
  identifier: "LogonRequestView"
})

/** A request once opened, as JSON has it. */
export const openedLogonRequestViewSchema = Schema.Struct({
  ...fields,
  options: optionsSchema,
  token: Schema.String.annotate({ description: "The bearer token for all later calls. It is shown only here." })
}).annotate({ identifier: "OpenedLogonRequestView" })

/** The state of a request as its owner sees it: the answer to each step. */
export interface LogonRequestState extends Schema.Schema.Type<typeof logonRequestStateSchema> {}

/** The state of a request with the options of its screens: the answer of `GET /v1/logon-requests/{id}`. */
export interface LogonRequestView extends Schema.Schema.Type<typeof logonRequestViewSchema> {}

/** The response of `POST /v1/logon-requests`. It is the only one with the bearer token. */
export interface OpenedLogonRequestView extends Schema.Schema.Type<typeof openedLogonRequestViewSchema> {}

const receipt = { confirmationNumber, submittedAt: instant, username: Schema.String, role: roleSchema }

/** The answer of a submit, as JSON has it. */
export const receiptViewSchema = Schema.Struct({
  ...receipt,
  /** There once: a repeat of the same submit gives the receipt without it. @rule D-17 */
  pin: Schema.optionalKey(
    Schema.String.annotate({ description: "Shown once: if you repeat the submit, the response does not have it." })
  )
}).annotate({ identifier: "ReceiptView" })
export interface ReceiptView extends Schema.Schema.Type<typeof receiptViewSchema> {}

/** The receipt of later, as JSON has it. */
export const signedReceiptViewSchema = Schema.Struct({
  ...receipt,
  jws: Schema.String.annotate({ description: "The same values as a JWS." })
}).annotate({ identifier: "SignedReceiptView" })
export interface SignedReceiptView extends Schema.Schema.Type<typeof signedReceiptViewSchema> {}

/** The status that a person sees while they wait. The WebSocket `GET /v1/logon-requests/{id}/events` sends it. */
export interface LogonRequestStatusView {
  readonly status: LogonRequestStatus | "two-step-ready"
}
