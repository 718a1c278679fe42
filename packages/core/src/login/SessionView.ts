import * as Schema from "effect/Schema"
import { TwoStepMethodView } from "../two-step/TwoStepMethodView.ts"

const instant = Schema.String.annotate({ format: "date-time" })

const session = {
  status: Schema.Literals(["two_step_setup_required", "security_code_required", "terms_required", "logged_in"]),
  methods: Schema.optionalKey(
    Schema.Array(TwoStepMethodView).annotate({
      description: "For security_code_required: where the service can send a code, masked."
    })
  )
}

/** The state of a log-in, as JSON. */
export const SessionView = Schema.Struct(session).annotate({ identifier: "SessionView" })
export type SessionView = typeof SessionView.Type
export type SessionStatus = SessionView["status"]

/** A session and when it ends, as JSON has it. */
export const CurrentSessionView = Schema.Struct({
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
}).annotate({ identifier: "CurrentSessionView" })
export type CurrentSessionView = typeof CurrentSessionView.Type

/** The terms in force, as JSON has them. */
export const TermsView = Schema.Struct({
  version: Schema.String.annotate({ format: "date" }),
  sentences: Schema.Array(Schema.String).annotate({ description: "Wording ids, in order." })
}).annotate({ identifier: "TermsView" })
export type TermsView = typeof TermsView.Type

/** One thing that a logon may work on, as JSON has it. */
export const AccessView = Schema.Struct({
  taxpayer: Schema.String.annotate({ description: "The number, masked.", examples: ["***-**-6789"] }),
  role: Schema.Literals(["MasterAdministrator", "TaxAdministrator"]),
  scope: Schema.String.annotate({ description: "An account type, or all." })
}).annotate({ identifier: "AccessView" })
export type AccessView = typeof AccessView.Type

/** An e-message, as JSON has it. */
export const MessageView = Schema.Struct({
  id: Schema.String,
  messageId: Schema.String.annotate({ description: "Wording id." }),
  params: Schema.Record(Schema.String, Schema.String),
  at: instant
}).annotate({ identifier: "MessageView" })
export type MessageView = typeof MessageView.Type

/** The home page after log-in, as JSON has it. */
export const MeView = Schema.Struct({
  username: Schema.String,
  name: Schema.String,
  email: Schema.String,
  phoneNumber: Schema.String,
  taxProfessional: Schema.Boolean,
  access: Schema.Array(AccessView),
  messages: Schema.Array(MessageView),
  twoStepMethods: Schema.Array(TwoStepMethodView)
}).annotate({ identifier: "MeView" })
export type MeView = typeof MeView.Type
