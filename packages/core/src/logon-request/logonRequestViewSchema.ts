import * as Schema from "effect/Schema"
import type { Role } from "../access/Role.ts"
import type { PolicyInForce } from "../decisions/PolicyInForce.ts"
import { schemaOf } from "../engine/schemaOf.ts"
import { accountTypeSchema } from "../taxpayer/accountTypeSchema.ts"
import { answersViewSchema } from "./answersViewSchema.ts"
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
    title: Schema.String.annotate({ description: "The title as text. step is its id.", examples: ["Taxpayer Type"] }),
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
          description: "Where a business creates a logon, because this form cannot. null means by phone only."
        })
      }),
      mailFrom: Schema.String.annotate({ description: "The sender address of every e-mail." }),
      developmentTools: Schema.Boolean.annotate({
        description: "Whether this is a development server with its tools. Never true in production."
      })
    })
  )

const draftEnd = {
  expiresAt: instant.annotate({
    description: "When the draft ends. Every answer, and keep, moves the idle deadline."
  }),
  now: instant.annotate({ description: "The service's current time, because a browser's clock may be wrong." })
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
    step: step.annotate({ description: "The first step that is not answered. confirmation after the submit." }),
    journey: Schema.Array(journeyPlaceSchema).annotate({ description: "The progress bar, in order." }),
    answers: answersViewSchema,
    summary: Schema.optionalKey(
      summaryViewSchema.annotate({
        description:
          "The answers in clear, for the person to check. Present when every step is answered, until the submit."
      })
    ),
    options: optionsSchema(policy),
    ruleSet: Schema.Struct({
      id: Schema.String,
      hash: Schema.String.annotate({ description: "SHA-256, in hex, of the rule set that this draft is pinned to." })
    }),
    ...draftEnd,
    role: Schema.optionalKey(roleSchema),
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
  return {
    view: schemaOf<LogonRequestView>()("LogonRequestView", Schema.Struct(fields)),
    opened: schemaOf<OpenedLogonRequestView>()(
      "OpenedLogonRequestView",
      Schema.Struct({
        ...fields,
        token: Schema.String.annotate({ description: "The bearer token for all later calls. It is shown only here." })
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
    pin: Schema.optionalKey(
      Schema.String.annotate({ description: "Shown once: if you repeat the submit, the response does not have it." })
    )
  })
)

/** The receipt of later, as JSON has it. */
export const signedReceiptViewSchema = schemaOf<SignedReceiptView>()(
  "SignedReceiptView",
  Schema.Struct({ ...receipt, jws: Schema.String.annotate({ description: "The same values as a JWS." }) })
)
