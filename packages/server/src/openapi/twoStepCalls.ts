import { sessionViewSchema } from "@mtc-logon/core/login"
import { addedTwoStepMethodViewSchema, twoStepMethodsViewSchema } from "@mtc-logon/core/two-step"
import * as Schema from "effect/Schema"
import { readLogIn, readMethod, readMethodId, readSetUp } from "../routes/login/twoStepRoutes.ts"
import { readNothing } from "../routes/readNothing.ts"
import type { Call } from "./Call.ts"
import { nothingSchema } from "./nothingSchema.ts"

const own = { tag: "Two-step verification", from: "our-pages", key: "session" } as const
const goesOn = { 200: { description: "Where the log-in stands.", json: sessionViewSchema } }

/** The second step, and the ways to it. */
export const twoStepCalls: ReadonlyArray<Call> = [
  {
    ...own,
    method: "post",
    path: "/v1/sessions/current/security-codes",
    name: "sendSecurityCode",
    summary: "Send a code, or ask a passkey",
    body: readMethodId.schema,
    answers: {
      200: {
        description: "What a passkey is to sign: options of navigator.credentials.get.",
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
    summary: "Show the second step of a log-in",
    description: "Exactly one of code, recoveryCode and credential.",
    body: readLogIn.schema,
    answers: goesOn,
    problems: ["terms_required", "not_found", "issues", "code_refused", "code_locked"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/two-step-methods",
    name: "listTwoStepMethods",
    summary: "The ways of a logon",
    answers: { 200: { description: "In clear, each with what would be better.", json: twoStepMethodsViewSchema } },
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "post",
    path: "/v1/me/two-step-methods",
    name: "addTwoStepMethod",
    summary: "Begin to set up a way",
    body: readMethod.schema,
    answers: { 201: { description: "What it is set up with; told once.", json: addedTwoStepMethodViewSchema } },
    problems: ["terms_required", "password_required", "issues", "kind_not_offered", "too_soon", "texts_used_up"]
  },
  {
    ...own,
    method: "post",
    path: "/v1/me/two-step-methods/{id}/confirm",
    name: "confirmTwoStepMethod",
    summary: "Finish setting up a way",
    description: "Exactly one of code and credential. A way that works already is confirmed by a log-in only.",
    body: readSetUp.schema,
    answers: goesOn,
    problems: ["terms_required", "not_found", "already_confirmed", "issues", "code_refused", "code_locked"]
  },
  {
    ...own,
    method: "delete",
    path: "/v1/me/two-step-methods/{id}",
    name: "removeTwoStepMethod",
    summary: "Remove a way",
    answers: { 204: { description: "It is gone; the owner is told." } },
    problems: ["terms_required", "password_required", "not_found", "last_method"]
  },
  {
    ...own,
    method: "post",
    path: "/v1/me/recovery-codes",
    name: "makeRecoveryCodes",
    summary: "Make recovery codes",
    description: "Those of before are void.",
    body: readNothing.schema,
    answers: {
      201: { description: "Told once.", json: Schema.Struct({ codes: Schema.Array(Schema.String) }) }
    },
    problems: ["terms_required", "password_required"]
  }
]
