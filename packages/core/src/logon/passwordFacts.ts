import type { passwordFactsSchema, passwordChangeFactsSchema } from "./logonFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the password rules read. */
export type PasswordFacts = typeof passwordFactsSchema.Type

/** What is read besides where a password is changed. */
export type PasswordChangeFacts = typeof passwordChangeFactsSchema.Type

const hidden = () => "***"

/** How the facts are called, and how staff may see them. */
export const passwordFacts: FactSheet<PasswordFacts> = {
  "password.username": {
    label: "the username",
    field: "username",
    secret: false,
    of: ({ password }) => password.username,
    show: String
  },
  "password.text": {
    label: "the password",
    field: "password",
    secret: false,
    of: ({ password }) => password.text,
    show: hidden
  },
  "password.blocklisted": {
    label: "whether the password is a common one",
    field: "password",
    secret: false,
    of: ({ password }) => password.blocklisted,
    show: String
  },
  "password.confirm": {
    label: "the password typed again",
    field: "confirmPassword",
    secret: false,
    of: ({ password }) => password.confirm,
    show: hidden
  }
}

/** The same, with what a change reads besides. */
export const passwordChangeFacts: FactSheet<PasswordChangeFacts> = {
  ...passwordFacts,
  "passwordChange.reused": {
    label: "whether the password was used before",
    field: "password",
    secret: false,
    of: ({ passwordChange }) => passwordChange.reused,
    show: String
  }
}
