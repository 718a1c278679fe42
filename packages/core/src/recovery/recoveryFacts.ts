import type { recoveryFactsSchema } from "./recoveryFactsSchema.ts"
import type { FactSheet } from "../engine/Rule.ts"
import { mailedLinkFacts } from "../logon/mailedLinkFacts.ts"

/** What the rules of a forgotten password read besides those of its link. */
export type RecoveryFacts = typeof recoveryFactsSchema.Type

/** How the facts are called, and how staff may see them. */
export const recoveryFacts: FactSheet<RecoveryFacts> = {
  ...mailedLinkFacts,
  "recovery.status": {
    label: "the state of the logon",
    field: null,
    secret: false,
    of: ({ recovery }) => recovery.status,
    show: String
  },
  "recovery.wrongAnswersInWindow": {
    label: "the wrong answers of this logon",
    field: null,
    secret: false,
    of: ({ recovery }) => recovery.wrongAnswersInWindow,
    show: String
  },
  "recovery.wrongAnswers": {
    label: "the wrong answers of this link",
    field: "answer",
    secret: false,
    of: ({ recovery }) => recovery.wrongAnswers,
    show: String
  },
  "recovery.proved": {
    label: "whether the answer is right",
    field: "answer",
    secret: false,
    of: ({ recovery }) => recovery.proved,
    show: String
  }
}
