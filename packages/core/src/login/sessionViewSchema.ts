import * as Schema from "effect/Schema"
import { schemaOf } from "../engine/schemaOf.ts"
import { twoStepMethodViewSchema } from "../two-step/twoStepMethodViewSchema.ts"
import type { AccessView, CurrentSessionView, MessageView, MeView, SessionView, TermsView } from "./SessionView.ts"

const instant = Schema.String.annotate({ format: "date-time" })

const session = {
  status: Schema.Literals(["two_step_setup_required", "security_code_required", "terms_required", "logged_in"]),
  methods: Schema.optionalKey(
    Schema.Array(twoStepMethodViewSchema).annotate({
      description: "For security_code_required: where the service can send a code, masked."
    })
  )
}

/** Where a log-in stands, as JSON has it. */
export const sessionViewSchema = schemaOf<SessionView>()("SessionView", Schema.Struct(session))

/** A session and when it ends, as JSON has it. */
export const currentSessionViewSchema = schemaOf<CurrentSessionView>()(
  "CurrentSessionView",
  Schema.Struct({
    ...session,
    idleEndsAt: instant.annotate({ description: "When the session ends if there is no call." }),
    expiresAt: instant.annotate({ description: "When the session ends in any case." }),
    warnSeconds: Schema.Finite.annotate({
      description: "Seconds before the idle end when a page asks whether to continue."
    }),
    passwordGoodUntil: instant.annotate({
      description: "After this time, security changes require the password again."
    }),
    now: instant.annotate({ description: "The service's current time, because a browser's clock may be wrong." })
  })
)

/** The terms in force, as JSON has them. */
export const termsViewSchema = schemaOf<TermsView>()(
  "TermsView",
  Schema.Struct({
    version: Schema.String.annotate({ format: "date" }),
    sentences: Schema.Array(Schema.String).annotate({ description: "Wording ids, in order." })
  })
)

const accessViewSchema = schemaOf<AccessView>()(
  "AccessView",
  Schema.Struct({
    taxpayer: Schema.String.annotate({ description: "The number, masked.", examples: ["***-**-6789"] }),
    role: Schema.Literals(["MasterAdministrator", "TaxAdministrator"]),
    scope: Schema.String.annotate({ description: "An account type, or all." })
  })
)

/** An e-message, as JSON has it. */
export const messageViewSchema = schemaOf<MessageView>()(
  "MessageView",
  Schema.Struct({
    id: Schema.String,
    messageId: Schema.String.annotate({ description: "Wording id." }),
    params: Schema.Record(Schema.String, Schema.String),
    at: instant
  })
)

/** The home page after log-in, as JSON has it. */
export const meViewSchema = schemaOf<MeView>()(
  "MeView",
  Schema.Struct({
    username: Schema.String,
    name: Schema.String,
    email: Schema.String,
    phoneNumber: Schema.String,
    taxProfessional: Schema.Boolean,
    access: Schema.Array(accessViewSchema),
    messages: Schema.Array(messageViewSchema),
    twoStepMethods: Schema.Array(twoStepMethodViewSchema)
  })
)
