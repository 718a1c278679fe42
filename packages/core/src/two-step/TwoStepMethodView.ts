import * as Schema from "effect/Schema"
import { twoStepKinds } from "../logon/Logon.ts"

const method = {
  id: Schema.String,
  kind: Schema.Literals(twoStepKinds),
  target: Schema.optionalKey(
    Schema.String.annotate({
      description: "In clear during setup, masked at log-in. Absent for an app or a passkey."
    })
  ),
  confirmed: Schema.Boolean
}

/** A method to get security codes, as JSON. */
export const TwoStepMethodView = Schema.Struct(method).annotate({ identifier: "TwoStepMethodView" })
export type TwoStepMethodView = typeof TwoStepMethodView.Type
export type TwoStepMethodKind = TwoStepMethodView["kind"]

/** A method that waits for confirmation, as JSON. */
export const AddedTwoStepMethodView = Schema.Struct({
  ...method,
  secret: Schema.optionalKey(
    Schema.String.annotate({ description: "The key of an app in base 32, to type. Shown once." })
  ),
  otpauthUri: Schema.optionalKey(Schema.String.annotate({ description: "The same key as a link for an app." })),
  qr: Schema.optionalKey(Schema.String.annotate({ description: "The same key as a QR code in SVG." })),
  options: Schema.optionalKey(
    Schema.Record(Schema.String, Schema.Unknown).annotate({
      description: "For a passkey: the options for navigator.credentials.create, as JSON (Web Authentication)."
    })
  )
}).annotate({ identifier: "AddedTwoStepMethodView" })
export type AddedTwoStepMethodView = typeof AddedTwoStepMethodView.Type

/** Something better that a person may do. */
export const AdviceView = Schema.Struct({
  messageId: Schema.String.annotate({ description: "Wording id." }),
  remedies: Schema.Array(Schema.String).annotate({ description: "Wording ids that say what to do next." })
}).annotate({ identifier: "AdviceView" })
export type AdviceView = typeof AdviceView.Type

/** A method of a logon, with advice. */
export const AdvisedTwoStepMethodView = Schema.Struct({
  ...method,
  advice: Schema.Array(AdviceView)
}).annotate({ identifier: "AdvisedTwoStepMethodView" })
export type AdvisedTwoStepMethodView = typeof AdvisedTwoStepMethodView.Type

/** The methods of a logon, as JSON. */
export const TwoStepMethodsView = Schema.Struct({
  methods: Schema.Array(AdvisedTwoStepMethodView),
  recoveryCodesLeft: Schema.Finite
}).annotate({ identifier: "TwoStepMethodsView" })
export type TwoStepMethodsView = typeof TwoStepMethodsView.Type

/** A browser that a person trusts, as JSON has it. */
export const TrustedDeviceView = Schema.Struct({
  id: Schema.String,
  browser: Schema.String.annotate({ description: "Last word of the wording id device.browser.<word>." }),
  system: Schema.String.annotate({ description: "Last word of the wording id device.system.<word>." }),
  createdAt: Schema.String.annotate({ format: "date-time" }),
  lastSeenAt: Schema.String.annotate({ format: "date-time" }),
  expiresAt: Schema.String.annotate({ format: "date-time" }),
  isThisOne: Schema.Boolean.annotate({ description: "Whether it is the browser of this call." })
}).annotate({ identifier: "TrustedDeviceView" })
export type TrustedDeviceView = typeof TrustedDeviceView.Type
