import { issuesOf } from "../../engine/issuesOf.ts"
import type { AnsweredStepId } from "../../journey/logonRequestJourney.ts"
import type { AnswerText } from "../LogonRequestView.ts"
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
import type { Known, ParseAnswer, ParsedAnswer } from "./ParsedAnswers.ts"

/** @rule R-23 */
const parseProfileAccessAnswer: ParseAnswer<"profile-access"> = ({ taxProfessional }) => ({
  value: { taxProfessional }
})

/** @rule R-24 */
const parseTermsAnswer: ParseAnswer<"terms"> = ({ accepted, termsVersion }, { ask }) => {
  const rules = issuesOf(ask.terms, { access: { termsAccepted: accepted, termsVersion } })
  const issues = issuesIn({ accepted: { value: accepted }, termsVersion: { value: termsVersion } }, rules)
  return issues.length > 0 ? { issues } : { value: { termsVersion } }
}

const parsers: { readonly [S in AnsweredStepId]: ParseAnswer<S> } = {
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
}

/**
 * Reads the texts of one step: the parsers field by field, then every public rule as far as it can be known.
 *
 * **Details**
 *
 * Page and server read with this one grammar. Everything that is to be mended is told at once, a field once.
 */
export const parseAnswer = <S extends AnsweredStepId>(step: S, text: AnswerText<S>, known: Known): ParsedAnswer<S> => {
  const parse: ParseAnswer<S> = parsers[step]
  return parse(text, known)
}
