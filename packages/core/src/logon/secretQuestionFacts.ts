import type { FactSheet } from "../engine/Rule.ts"

/** What the rules of the secret question read. */
export interface SecretQuestionFacts {
  readonly secretQuestion: {
    /** Id of the question. */
    readonly question: string
    /** As `parseSecretAnswer` gives it. */
    readonly answer: string
    readonly username: string
    readonly password: string
  }
}

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
