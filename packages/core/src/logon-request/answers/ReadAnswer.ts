import type { PagePolicy, PageQuestions } from "../../questions/pageQuestions.ts"
import type { AskedOf } from "../../engine/RuleSet.ts"
import type { AnsweredStepId } from "../../journey/logonRequestJourney.ts"
import type { FieldIssue } from "../../logon/FieldIssue.ts"
import type { AnswersView, AnswerTexts } from "../stepShapes.ts"

/** What is known while an answer is read: the answers before it, and the rule set that the draft is pinned to. */
export interface Known {
  readonly answers: AnswersView
  readonly policy: PagePolicy
  readonly ask: AskedOf<PageQuestions>
}

/** The value, or all that is to be mended, at once. */
export type ParsedAnswer<P> = { readonly value: P } | { readonly issues: ReadonlyArray<FieldIssue> }

/** Reads the texts of one step as plain values, which are in memory only while the step is decided. */
export type ReadAnswer<S extends AnsweredStepId, P> = (text: AnswerTexts[S], known: Known) => ParsedAnswer<P>
