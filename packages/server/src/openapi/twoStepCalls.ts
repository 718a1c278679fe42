import { sessionViewSchema } from "@mtc-logon/core/login"
import { addedTwoStepMethodViewSchema, twoStepMethodsViewSchema } from "@mtc-logon/core/two-step"
import * as Schema from "effect/Schema"
import { readLogIn, readMethod, readMethodId, readSetUp } from "../routes/login/twoStepRoutes.ts"
import { readNothing } from "../routes/readNothing.ts"
import type { Call } from "./Call.ts"
import { nothingSchema } from "./nothingSchema.ts"

const own = { tag: "Two-step verification", from: "our-pages", key: "session" } as const
const goesOn = { 200: { description: "The state of the log-in.", json: sessionViewSchema } }

/** The second step, and the ways to it. */
export const twoStepCalls: ReadonlyArray<Call> = [
  {
    ...own,
    method: "post",
    path: "/v1/sessions/current/security-codes",
    name: "sendSecurityCode",
    summary: "Send a code or start a passkey check",
    body: readMethodId.schema,
    answers: {
      200: {
        description: "The challenge for a passkey: options for navigator.credentials.get.",
        json: Schema.Struct({ options: Schema.Record(Schema.String, Schema.Unknown) })
      },
      202: { description: "A code is on its way.", json: nothingSchema }
    },
    problems: ["terms_required", "not_found", "too_soon", "texts_used_up"]
  },
  {
    ...own,
    method: "post",
    path: "/v1/sessions/current/security-codes/confirm",
    name: "confirmSecurityCode",
    summary: "Complete the second step of a log-in",
    description: "Send exactly one of code, recoveryCode and credential.",
    body: readLogIn.schema,
    answers: goesOn,
    problems: ["terms_required", "not_found", "issues", "code_refused", "code_locked"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/two-step-methods",
    name: "listTwoStepMethods",
    summary: "List two-step methods",
    answers: { 200: { description: "The methods in clear text, each with advice.", json: twoStepMethodsViewSchema } },
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "post",
    path: "/v1/me/two-step-methods",
    name: "addTwoStepMethod",
    summary: "Start to set up a method",
    body: readMethod.schema,
    answers: {
      201: {
        description: "What the person needs to set up the method. It is shown only once.",
        json: addedTwoStepMethodViewSchema
      }
    },
    problems: ["terms_required", "password_required", "issues", "kind_not_offered", "too_soon", "texts_used_up"]
  },
  {
    ...own,
    method: "post",
    path: "/v1/me/two-step-methods/{id}/confirm",
    name: "confirmTwoStepMethod",
    summary: "Finish setting up a method",
    description: "Send exactly one of code and credential. Only a log-in can confirm a method that already works.",
    body: readSetUp.schema,
    answers: goesOn,
    problems: ["terms_required", "not_found", "already_confirmed", "issues", "code_refused", "code_locked"]
  },
  {
    ...own,
    method: "delete",
    path: "/v1/me/two-step-methods/{id}",
    name: "removeTwoStepMethod",
    summary: "Remove a method",
    answers: { 204: { description: "The method is removed, and the owner gets a notice." } },
    problems: ["terms_required", "password_required", "not_found", "last_method"]
  },
  {
    ...own,
    method: "post",
    path: "/v1/me/recovery-codes",
    name: "makeRecoveryCodes",
    summary: "Create recovery codes",
    description: "Makes all previous recovery codes void.",
    body: readNothing.schema,
    answers: {
      201: {
        description: "The new codes. They are shown only once.",
        json: Schema.Struct({ codes: Schema.Array(Schema.String) })
      }
    },
    problems: ["terms_required", "password_required"]
  }
]
