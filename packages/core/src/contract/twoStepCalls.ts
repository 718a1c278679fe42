import * as Schema from "effect/Schema"
import { sessionViewSchema } from "../login/sessionViewSchema.ts"
import { addedTwoStepMethodViewSchema, twoStepMethodsViewSchema } from "../two-step/twoStepMethodViewSchema.ts"
import { callsOf } from "./callsOf.ts"
import { nothingSchema } from "./nothingSchema.ts"
import { secondProofFields } from "./secondProofFields.ts"

const own = { tag: "Two-step verification", from: "our-pages", needs: "password" } as const
const goesOn = { 200: { description: "Where the log-in stands.", json: sessionViewSchema } } as const

/** The second step, and the ways to it. */
export const twoStepCalls = callsOf({
  "POST /v1/sessions/current/security-codes": {
    ...own,
    name: "sendSecurityCode",
    summary: "Send a code, or ask a passkey",
    limits: ["codes"],
    body: Schema.Struct({ methodId: Schema.String }),
    answers: {
      200: {
        description: "What a passkey is to sign: options of navigator.credentials.get.",
        json: Schema.Struct({ options: Schema.Record(Schema.String, Schema.Unknown) })
      },
      202: { description: "A code is on its way.", json: nothingSchema }
    },
    problems: ["not_found", "too_soon", "texts_used_up"]
  },
  "POST /v1/sessions/current/security-codes/confirm": {
    ...own,
    name: "confirmSecurityCode",
    summary: "Show the second step of a log-in",
    description: "Exactly one of code, recoveryCode and credential.",
    body: Schema.Struct({
      ...secondProofFields,
      methodId: Schema.optionalKey(Schema.String.annotate({ description: "The way that was used; absent: any." })),
      trustDevice: Schema.Boolean.annotate({ description: "Whether no code is asked in this browser for some days." })
    }),
    answers: goesOn,
    problems: ["not_found", "issues", "code_refused", "code_locked"]
  },
  "GET /v1/me/two-step-methods": {
    ...own,
    needs: "two-step",
    name: "listTwoStepMethods",
    summary: "The ways of a logon",
    answers: { 200: { description: "In clear, each with what would be better.", json: twoStepMethodsViewSchema } }
  },
  "POST /v1/me/two-step-methods": {
    ...own,
    name: "addTwoStepMethod",
    summary: "Begin to set up a way",
    limits: ["codes"],
    body: Schema.Struct({
      kind: Schema.Literals(["totp", "sms", "email", "passkey"]),
      target: Schema.optionalKey(
        Schema.String.annotate({
          description: "Where codes go: a phone number for sms, an address for email.",
          examples: ["codes@example.com"]
        })
      )
    }),
    answers: { 201: { description: "What it is set up with; told once.", json: addedTwoStepMethodViewSchema } },
    problems: ["password_required", "issues", "kind_not_offered", "too_soon", "texts_used_up"]
  },
  "POST /v1/me/two-step-methods/{id}/confirm": {
    ...own,
    name: "confirmTwoStepMethod",
    summary: "Finish setting up a way",
    description: "Exactly one of code and credential. A way that works already is confirmed by a log-in only.",
    body: Schema.Struct({ code: secondProofFields.code, credential: secondProofFields.credential }),
    answers: goesOn,
    problems: ["not_found", "already_confirmed", "issues", "code_refused", "code_locked"]
  },
  "DELETE /v1/me/two-step-methods/{id}": {
    ...own,
    name: "removeTwoStepMethod",
    summary: "Remove a way",
    answers: { 204: { description: "It is gone; the owner is told." } },
    problems: ["password_required", "not_found", "last_method"]
  },
  "POST /v1/me/recovery-codes": {
    ...own,
    name: "makeRecoveryCodes",
    summary: "Make recovery codes",
    description: "Those of before are void.",
    body: nothingSchema,
    answers: {
      201: { description: "Told once.", json: Schema.Struct({ codes: Schema.Array(Schema.String) }) }
    },
    problems: ["password_required"]
  }
})
