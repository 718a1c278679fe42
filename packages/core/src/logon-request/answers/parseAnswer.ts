import { issuesOf } from "../../engine/issuesOf.ts"
import type { AnsweredStepId } from "../../journey/logonRequestJourney.ts"
import type { AnswerTexts } from "../stepShapes.ts"
import { issuesIn } from "./issuesIn.ts"
import {
  parseLetterIdAnswer,
  parseLineItemAnswer,
  parseTaxAmountAnswer,
  parseVerificationTypeAnswer
} from "./parseEvidenceAnswers.ts"
import { parseLogonAnswer } from "./parseLogonAnswer.ts"
import { parseProfileAnswer } from "./parseProfileAnswer.ts"
import { parseTaxpayerIdAnswer, parseTaxpayerTypeAnswer } from "./parseTaxpayerAnswers.ts"
import type { Known, ParsedAnswer, ReadAnswer } from "./ReadAnswer.ts"

/** @rule R-23 */
const parseProfileAccessAnswer: ReadAnswer<"profile-access", { readonly taxProfessional: boolean }> = ({
  taxProfessional
}) => ({
  value: { taxProfessional }
})

/** @rule R-24 */
const parseTermsAnswer: ReadAnswer<"terms", { readonly termsVersion: string }> = (
  { accepted, termsVersion },
  { ask }
) => {
  const rules = issuesOf(ask.terms, { access: { termsAccepted: accepted, termsVersion } })
  const issues = issuesIn({ accepted: { value: accepted }, termsVersion: { value: termsVersion } }, rules)
  return issues.length > 0 ? { issues } : { value: { termsVersion } }
}

const readers = {
  "taxpayer-type": parseTaxpayerTypeAnswer,
  "taxpayer-id": parseTaxpayerIdAnswer,
  "verification-type": parseVerificationTypeAnswer,
  "tax-amount": parseTaxAmountAnswer,
  "letter-id": parseLetterIdAnswer,
  "line-item": parseLineItemAnswer,
  profile: parseProfileAnswer,
  logon: parseLogonAnswer,
  "profile-access": parseProfileAccessAnswer,
  terms: parseTermsAnswer
} satisfies { readonly [S in AnsweredStepId]: ReadAnswer<S, unknown> }

/** What the answers of each step are once they are read: what its reader says. */
export type ParsedAnswers = {
  readonly [S in AnsweredStepId]: (typeof readers)[S] extends ReadAnswer<S, infer P> ? P : never
}

/**
 * Reads the texts of one step: the parsers field by field, then every public rule as far as it can be known.
 *
 * **Details**
 *
 * Page and server use this one grammar. It returns all problems at once, one for each field.
 */
export const parseAnswer = <S extends AnsweredStepId>(
  step: S,
  text: AnswerTexts[S],
  known: Known
): ParsedAnswer<ParsedAnswers[S]> => {
  const each: { readonly [A in AnsweredStepId]: ReadAnswer<A, ParsedAnswers[A]> } = readers
  return each[step](text, known)
}
