import type { AnsweredStepId } from "../journey/logonRequestJourney.ts"
import { askInPage } from "../questions/pageQuestions.ts"
import { parseAnswer } from "./answers/parseAnswer.ts"
import type { FieldIssue } from "../logon/FieldIssue.ts"
import type { LogonRequestOptions } from "./logonRequestViewSchema.ts"
import type { AnswersView, AnswerTexts } from "./stepShapes.ts"

/** What a page can say of an answer before it is sent, with the parsers and public rules that the server will use. ☼ */
export const issuesOfAnswer = <S extends AnsweredStepId>(
  step: S,
  text: AnswerTexts[S],
  {
    answers,
    options: { policy }
  }: { readonly answers: AnswersView; readonly options: Pick<LogonRequestOptions, "policy"> }
): ReadonlyArray<FieldIssue> => {
  const parsed = parseAnswer(step, text, { answers, policy, ask: askInPage(policy) })
  return "issues" in parsed ? parsed.issues : []
}
