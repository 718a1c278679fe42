import { factSheet, text } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"

/** What the rules of the secret question read. */
export const secretQuestionFacts = factSheet({
  /** Id of the question. */
  "secretQuestion.question": { label: "the secret question", kind: text, field: "secretQuestion" },
  "secretQuestion.username": { label: "the username", kind: text, field: "username" },
  "secretQuestion.password": { label: "the password", kind: text, field: "password", isHidden: true },
  /** As `parseSecretAnswer` gives it. */
  "secretQuestion.answer": { label: "the secret answer", kind: text, field: "secretAnswer", isHidden: true }
})
export type SecretQuestionFacts = FactsOf<typeof secretQuestionFacts>
