export { parseAnswer } from "./answers/parseAnswer.ts"
export type { ParsedAnswers } from "./answers/parseAnswer.ts"
export type { Known, ParsedAnswer } from "./answers/ReadAnswer.ts"
export { passwordChecklist, usernameChecklist } from "./credentialChecklist.ts"
export type { ChecklistLine } from "./credentialChecklist.ts"
export { formatConfirmationNumber } from "./formatConfirmationNumber.ts"
export { issuesOfAnswer } from "./issuesOfAnswer.ts"
export { letterRequestFacts } from "./letterRequestFacts.ts"
export type { LetterRequestFacts } from "./letterRequestFacts.ts"
export type { FieldIssue } from "../logon/FieldIssue.ts"
export type {
  DraftEndView,
  JourneyPlace,
  LogonRequestOptions,
  LogonRequestState,
  LogonRequestStatus,
  LogonRequestStatusView,
  LogonRequestView,
  OpenedLogonRequestView,
  ReceiptView,
  SignedReceiptView
} from "./logonRequestViewSchema.ts"
export { movesOf } from "./movesOf.ts"
export type { AnswersView, AnswerTexts, KeptAnswers } from "./stepShapes.ts"
