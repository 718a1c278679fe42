import { logonRequestStateSchema } from "../logon-request/logonRequestViewSchema.ts"
import { stepShapes } from "../logon-request/stepShapes.ts"
import { callsOf } from "./callsOf.ts"

const ask = {
  tag: "Logon requests",
  from: "our-pages-and-programs",
  needs: "request-token",
  answers: { 200: { description: "The new state of the request.", json: logonRequestStateSchema } },
  problems: ["step_not_open", "issues"]
} as const

/** An evidence step. Its duration does not reveal the reason for a refusal (D-09). */
const prove = {
  ...ask,
  floor: "handler",
  problems: ["step_not_open", "issues", "verification_failed", "locked"]
} as const

/** The answers to a request, one call for each step. Core reads the texts. */
export const answerCalls = callsOf({
  "PUT /v1/logon-requests/{id}/answers/taxpayer-type": {
    ...ask,
    name: "answerTaxpayerType",
    summary: "Answer: individual or business",
    body: stepShapes["taxpayer-type"].text
  },
  "PUT /v1/logon-requests/{id}/answers/taxpayer-id": {
    ...ask,
    name: "answerTaxpayerId",
    summary: "Answer: taxpayer number and account type",
    body: stepShapes["taxpayer-id"].text
  },
  "PUT /v1/logon-requests/{id}/answers/verification-type": {
    ...ask,
    name: "answerVerificationType",
    summary: "Answer: type of evidence",
    body: stepShapes["verification-type"].text
  },
  "PUT /v1/logon-requests/{id}/answers/tax-amount": {
    ...prove,
    name: "answerTaxAmount",
    summary: "Verify with an amount from a return",
    limits: ["amount-evidence"],
    body: stepShapes["tax-amount"].text
  },
  "PUT /v1/logon-requests/{id}/answers/letter-id": {
    ...prove,
    name: "answerLetterId",
    summary: "Verify with a letter ID",
    limits: ["letter-evidence"],
    body: stepShapes["letter-id"].text
  },
  "PUT /v1/logon-requests/{id}/answers/line-item": {
    ...prove,
    name: "answerLineItem",
    summary: "Verify with a line of a return",
    limits: ["amount-evidence"],
    body: stepShapes["line-item"].text
  },
  "PUT /v1/logon-requests/{id}/answers/profile": {
    ...ask,
    name: "answerProfile",
    summary: "Answer: name, phone, PIN and e-mail address",
    limits: ["profilesPerDraft"],
    body: stepShapes["profile"].text
  },
  "PUT /v1/logon-requests/{id}/answers/logon": {
    ...ask,
    name: "answerLogon",
    summary: "Answer: username, password and secret question",
    limits: ["usernamesPerDraft"],
    body: stepShapes["logon"].text
  },
  "PUT /v1/logon-requests/{id}/answers/profile-access": {
    ...ask,
    name: "answerProfileAccess",
    summary: "Answer: tax professional or not",
    body: stepShapes["profile-access"].text,
    problems: ["step_not_open"]
  },
  "PUT /v1/logon-requests/{id}/answers/terms": {
    ...ask,
    name: "answerTerms",
    summary: "Answer: acceptance of the terms",
    body: stepShapes["terms"].text
  }
})
