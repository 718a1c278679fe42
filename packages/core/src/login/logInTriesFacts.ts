import type { logInTriesFactsSchema } from "./loginFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the rule of a password's tries reads. */
export type LogInTriesFacts = typeof logInTriesFactsSchema.Type

/** How the facts are called, and how staff may see them. Outside, a closed password is a wrong one. */
export const logInTriesFacts: FactSheet<LogInTriesFacts> = {
  "logIn.fromTrustedDevice": {
    label: "whether the device is trusted",
    field: null,
    secret: true,
    of: ({ logIn }) => logIn.fromTrustedDevice,
    show: String
  },
  "logIn.byActivationCode": {
    label: "whether the activation code came with it",
    field: null,
    secret: true,
    of: ({ logIn }) => logIn.byActivationCode,
    show: String
  },
  "logIn.failuresInARow": {
    label: "the wrong passwords in a row",
    field: null,
    secret: true,
    of: ({ logIn }) => logIn.failuresInARow,
    show: String
  }
}
