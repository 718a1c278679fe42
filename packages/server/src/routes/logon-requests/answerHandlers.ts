import type { answerCalls } from "@mtc-logon/core/contract"
import type { AnsweredStepId } from "@mtc-logon/core/journey"
import { answerStep } from "@mtc-logon/core/logon-request"
import type { AnswerTexts, LogonRequestKey } from "@mtc-logon/core/logon-request"
import { Effect } from "effect"
import type { Given, Handlers } from "../Handlers.ts"
import { inWords } from "./inWords.ts"

const answers =
  <S extends AnsweredStepId>(step: S) =>
  ({ body, c, caller, key }: Given & { readonly key: LogonRequestKey; readonly body: AnswerTexts[S] }) =>
    Effect.map(answerStep(key, step, body, caller.address), (view) => inWords(c, view))

/** The answers to a request. */
export const answerHandlers: Handlers<typeof answerCalls> = {
  "PUT /v1/logon-requests/{id}/answers/taxpayer-type": answers("taxpayer-type"),
  "PUT /v1/logon-requests/{id}/answers/taxpayer-id": answers("taxpayer-id"),
  "PUT /v1/logon-requests/{id}/answers/verification-type": answers("verification-type"),
  "PUT /v1/logon-requests/{id}/answers/tax-amount": answers("tax-amount"),
  "PUT /v1/logon-requests/{id}/answers/letter-id": answers("letter-id"),
  "PUT /v1/logon-requests/{id}/answers/line-item": answers("line-item"),
  "PUT /v1/logon-requests/{id}/answers/profile": answers("profile"),
  "PUT /v1/logon-requests/{id}/answers/logon": answers("logon"),
  "PUT /v1/logon-requests/{id}/answers/profile-access": answers("profile-access"),
  "PUT /v1/logon-requests/{id}/answers/terms": answers("terms")
}
