import * as Schema from "effect/Schema"
import { SessionView } from "../login/SessionView.ts"
import { AddedTwoStepMethodView, TwoStepMethodsView } from "../two-step/TwoStepMethodView.ts"
import { callsOf } from "./callsOf.ts"
import { nothingSchema } from "./nothingSchema.ts"
import { secondProofFields } from "./secondProofFields.ts"
import { twoStepKinds } from "../logon/Logon.ts"

const own = { tag: "Two-step verification", from: "our-pages", needs: "password" } as const
const goesOn = { 200: { description: "The state of the log-in.", json: SessionView } } as const

/** The second step of a log-in, and its methods. */
export const twoStepCalls = callsOf({
  "POST /v1/sessions/current/security-codes": {
    ...own,
    name: "sendSecurityCode",
    summary: "Send a code or start a passkey check",
    limits: ["codes"],
    body: Schema.Struct({ methodId: Schema.String }),
    answers: {
      200: {
        description: "The challenge for a passkey: options for navigator.credentials.get.",
        json: Schema.Struct({ options: Schema.Record(Schema.String, Schema.Unknown) })
      },
      202: { description: "A code is on its way.", json: nothingSchema }
    },
    problems: ["not_found", "too_soon", "texts_used_up"]
  },
  "POST /v1/sessions/current/security-codes/confirm": {
    ...own,
    name: "confirmSecurityCode",
    summary: "Complete the second step of a log-in",
    description: "Send exactly one of code, recoveryCode and credential.",
    body: Schema.Struct({
      ...secondProofFields,
      methodId: Schema.optionalKey(
        Schema.String.annotate({
          description: "The method that was used. If you leave it out, the code can be from any method."
        })
      ),
      trustDevice: Schema.Boolean.annotate({
        description: "Whether to trust this browser, so that it needs no code for some days."
      })
    }),
    answers: goesOn,
    problems: ["not_found", "issues", "code_refused", "code_locked"]
  },
  "GET /v1/me/two-step-methods": {
    ...own,
    needs: "two-step",
    name: "listTwoStepMethods",
    summary: "List two-step methods",
    answers: { 200: { description: "The methods in clear text, each with advice.", json: TwoStepMethodsView } }
  },
  "POST /v1/me/two-step-methods": {
    ...own,
    name: "addTwoStepMethod",
    summary: "Start to set up a method",
    limits: ["codes"],
    body: Schema.Struct({
      kind: Schema.Literals(twoStepKinds),
      target: Schema.optionalKey(
        Schema.String.annotate({
          description: "Where to send codes: a phone number for sms, an e-mail address for email.",
          examples: ["codes@example.com"]
        })
      )
    }),
    answers: {
      201: {
        description: "What the person needs to set up the method. It is shown only once.",
        json: AddedTwoStepMethodView
      }
    },
    problems: ["password_required", "issues", "kind_not_offered", "too_soon", "texts_used_up"]
  },
  "POST /v1/me/two-step-methods/{id}/confirm": {
    ...own,
    name: "confirmTwoStepMethod",
    summary: "Finish setting up a method",
    description: "Send exactly one of code and credential. Only a log-in can confirm a method that already works.",
    body: Schema.Struct({ code: secondProofFields.code, credential: secondProofFields.credential }),
    answers: goesOn,
    problems: ["not_found", "already_confirmed", "issues", "code_refused", "code_locked"]
  },
  "DELETE /v1/me/two-step-methods/{id}": {
    ...own,
    name: "removeTwoStepMethod",
    summary: "Remove a method",
    answers: { 204: { description: "The method is removed, and the owner gets a notice." } },
    problems: ["password_required", "not_found", "last_method"]
  },
  "POST /v1/me/recovery-codes": {
    ...own,
    name: "makeRecoveryCodes",
    summary: "Create recovery codes",
    description: "The call makes all previous recovery codes void.",
    limits: ["codes"],
    body: nothingSchema,
    answers: {
      201: {
        description: "The new codes. They are shown only once.",
        json: Schema.Struct({ codes: Schema.Array(Schema.String) })
      }
    },
    problems: ["password_required"]
  }
})
