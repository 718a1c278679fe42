import type { AnsweredStepId } from "@mtc-logon/core/journey"
import { answerTexts } from "../routes/logon-requests/answerTexts.ts"
import type { Call } from "./Call.ts"
import { logonRequestViews } from "./logonRequestViews.ts"

const mend = ["issues"]
const prove = ["issues", "verification_failed", "locked"]

/** What each step asks, and what it may be answered besides what all are. */
const steps: Readonly<Record<AnsweredStepId, Pick<Call, "name" | "summary" | "problems">>> = {
  "taxpayer-type": { name: "answerTaxpayerType", summary: "Answer: individual or business", problems: mend },
  "taxpayer-id": { name: "answerTaxpayerId", summary: "Answer: taxpayer number and account type", problems: mend },
  "verification-type": { name: "answerVerificationType", summary: "Answer: type of evidence", problems: mend },
  "tax-amount": { name: "answerTaxAmount", summary: "Verify with an amount from a return", problems: prove },
  "letter-id": { name: "answerLetterId", summary: "Verify with a letter ID", problems: prove },
  "line-item": { name: "answerLineItem", summary: "Verify with a line of a return", problems: prove },
  profile: { name: "answerProfile", summary: "Answer: name, phone, PIN and e-mail address", problems: mend },
  logon: { name: "answerLogon", summary: "Answer: username, password and secret question", problems: mend },
  "profile-access": { name: "answerProfileAccess", summary: "Answer: tax professional or not" },
  terms: { name: "answerTerms", summary: "Answer: acceptance of the terms", problems: mend }
}

/** `PUT /v1/logon-requests/{id}/answers/{step}`, a call for each step. */
export const answerCalls: ReadonlyArray<Call> = Object.entries(steps).map(([step, { problems = [], ...call }]) => ({
  ...call,
  method: "put",
  path: `/v1/logon-requests/{id}/answers/${step}`,
  tag: "Logon requests",
  key: "request-token",
  from: "our-pages-and-programs",
  body: answerTexts[step as AnsweredStepId],
  answers: { 200: { description: "The new state of the request.", json: logonRequestViews.view } },
  problems: ["step_not_open", ...problems]
}))
