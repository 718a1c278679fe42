import type { activationCodeFactsSchema } from "./logonFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the rules of the activation code read, after the right username and password. */
export type ActivationCodeFacts = typeof activationCodeFactsSchema.Type

/** How the facts are called, and how staff may see them. */
export const activationCodeFacts: FactSheet<ActivationCodeFacts> = {
  "activationCode.equal": {
    label: "whether the code is the one of the link",
    field: "activationCode",
    secret: false,
    of: ({ activationCode }) => activationCode.equal,
    show: String
  },
  "activationCode.state": {
    label: "the state of the link",
    field: "activationCode",
    secret: false,
    of: ({ activationCode }) => activationCode.state,
    show: String
  },
  "activationCode.now": {
    label: "the time (ms)",
    field: null,
    secret: false,
    of: ({ activationCode }) => activationCode.now,
    show: String
  },
  "activationCode.expiresAt": {
    label: "the end of the link (ms)",
    field: "activationCode",
    secret: false,
    of: ({ activationCode }) => activationCode.expiresAt,
    show: String
  }
}
