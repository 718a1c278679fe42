import type { secretQuestionFactsSchema } from "./logonFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the rules of the secret question read. */
export type SecretQuestionFacts = typeof secretQuestionFactsSchema.Type

const hidden = () => "***"

/** How the facts are called, and how staff may see them. */
export const secretQuestionFacts: FactSheet<SecretQuestionFacts> = {
  "secretQuestion.question": {
    label: "the secret question",
    field: "secretQuestion",
    secret: false,
    of: ({ secretQuestion }) => secretQuestion.question,
    show: String
  },
  "secretQuestion.username": {
    label: "the username",
    field: "username",
    secret: false,
    of: ({ secretQuestion }) => secretQuestion.username,
    show: String
  },
  "secretQuestion.password": {
    label: "the password",
    field: "password",
    secret: false,
    of: ({ secretQuestion }) => secretQuestion.password,
    show: hidden
  },
  "secretQuestion.answer": {
    label: "the secret answer",
    field: "secretAnswer",
    secret: false,
    of: ({ secretQuestion }) => secretQuestion.answer,
    show: hidden
  }
}
