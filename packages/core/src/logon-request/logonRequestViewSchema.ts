import * as Schema from "effect/Schema"
import type { Role } from "../access/Role.ts"
import type { PolicyInForce } from "../decisions/PolicyInForce.ts"
import { schemaOf } from "../engine/schemaOf.ts"
import { accountTypeSchema } from "../taxpayer/accountTypeSchema.ts"
import { AnswersView } from "./stepShapes.ts"
import type { LogonRequestOptions } from "./LogonRequestOptions.ts"
import { FieldIssue } from "./LogonRequestError.ts"
import type {
  DraftEndView,
  JourneyPlace,
  LogonRequestView,
  OpenedLogonRequestView,
  ReceiptView,
  SignedReceiptView,
  SummaryView
} from "./LogonRequestView.ts"

const step = Schema.Literals([
  "taxpayer-type",
  "taxpayer-id",
  "verification-type",
  "tax-amount",
  "letter-id",
  "line-item",
  "profile",
  "logon",
  "profile-access",
  "terms",
  "summary",
  "confirmation"
])

const instant = Schema.String.annotate({ format: "date-time" })
const confirmationNumber = Schema.String.annotate({ examples: ["0-704-061-440"] })

const journeyPlaceSchema = schemaOf<JourneyPlace>()(
  "JourneyPlace",
  Schema.Struct({
    step,
    title: Schema.String.annotate({ description: "In words; step is its id.", examples: ["Taxpayer Type"] }),
    state: Schema.Literals(["done", "current", "ahead"])
  })
)

const roleSchema = schemaOf<Role>()(
  "Role",
  Schema.Union([
    Schema.Struct({ role: Schema.Literal("MasterAdministrator"), scope: Schema.Literal("all") }),
    Schema.Struct({ role: Schema.Literal("TaxAdministrator"), scope: accountTypeSchema })
  ])
)

const optionsSchema = (policy: Schema.Codec<PolicyInForce>) =>
  schemaOf<LogonRequestOptions>()(
    "LogonRequestOptions",
    Schema.Struct({
      policy,
      today: Schema.String.annotate({ format: "date", description: "Date in America/New_York." }),
      links: Schema.Struct({
        registerBusiness: Schema.String,
        registerIndividual: Schema.String,
        registerEstate: Schema.String,
        filingOptions: Schema.String,
        faq: Schema.String,
        videos: Schema.String,
        billOfRights: Schema.String,
        businessLogon: Schema.NullOr(Schema.String).annotate({
          description: "Where a business creates a logon until this form can; null: by phone alone."
        })
      }),
      mailFrom: Schema.String.annotate({ description: "The address that every e-mail comes from." }),
      developmentTools: Schema.Boolean.annotate({
        description: "This is a development server, with its tools. Never in production."
      })
    })
  )

const draftEnd = {
  expiresAt: instant.annotate({
    description: "A draft is gone then; every answer, and keep, moves the idle half of it."
  }),
  now: instant.annotate({ description: "The service's clock, since a browser's may be off." })
}

/** When a draft ends, as JSON has it. */
export const draftEndViewSchema = schemaOf<DraftEndView>()("DraftEndView", Schema.Struct(draftEnd))

const summaryViewSchema = schemaOf<SummaryView>()(
  "SummaryView",
  Schema.Struct({
    name: Schema.String,
    username: Schema.String,
    phoneNumber: Schema.String.annotate({ description: "E.164.", examples: ["+16178876367"] }),
    email: Schema.String
  })
)

/** A request as its owner sees it, and once opened, as JSON has them; over the schema of a policy, which rule sets know. */
export const logonRequestViewSchema = (policy: Schema.Codec<PolicyInForce>) => {
  const fields = {
    id: Schema.String,
    status: Schema.Literals(["draft", "submitted", "approved", "referred", "denied", "activated", "expired"]),
    step: step.annotate({ description: "The first step that is not answered; confirmation once submitted." }),
    journey: Schema.Array(journeyPlaceSchema).annotate({ description: "The progress bar, in order." }),
    answers: AnswersView,
    summary: Schema.optionalKey(
      summaryViewSchema.annotate({
        description: "In clear, to be checked: once every step is answered, until the submit."
      })
    ),
    options: optionsSchema(policy),
    ruleSet: Schema.Struct({
      id: Schema.String,
      hash: Schema.String.annotate({ description: "SHA-256 hex of the rule set that this draft is pinned to." })
    }),
    ...draftEnd,
    role: Schema.optionalKey(roleSchema),
    logonExists: Schema.optionalKey(
      Schema.Boolean.annotate({ description: "Somebody has a logon for this taxpayer already." })
    ),
    warnings: Schema.optionalKey(
      Schema.Array(FieldIssue).annotate({
        description: "After an answer that was taken: what the person is advised to choose otherwise, and may leave."
      })
    ),
    confirmationNumber: Schema.optionalKey(confirmationNumber)
  }
  return {
    view: schemaOf<LogonRequestView>()("LogonRequestView", Schema.Struct(fields)),
    opened: schemaOf<OpenedLogonRequestView>()(
      "OpenedLogonRequestView",
      Schema.Struct({
        ...fields,
        token: Schema.String.annotate({ description: "Bearer of all that follows; told here and never again." })
      })
    )
  }
}

const receipt = { confirmationNumber, submittedAt: instant, username: Schema.String, role: roleSchema }

/** The answer of a submit, as JSON has it. */
export const receiptViewSchema = schemaOf<ReceiptView>()(
  "ReceiptView",
  Schema.Struct({
    ...receipt,
    pin: Schema.optionalKey(Schema.String.annotate({ description: "Told once: a repeat of the submit is without it." }))
  })
)

/** The receipt of later, as JSON has it. */
export const signedReceiptViewSchema = schemaOf<SignedReceiptView>()(
  "SignedReceiptView",
  Schema.Struct({ ...receipt, jws: Schema.String.annotate({ description: "The same values, signed (JWS)." }) })
)
