import type { FactSheet } from "../engine/Rule.ts"
import { mailedLinkFacts } from "../logon/mailedLinkFacts.ts"
import type { MailedLinkFacts } from "../logon/mailedLinkFacts.ts"

/** What the rules of a forgotten password read besides those of its link. */
export interface RecoveryFacts extends MailedLinkFacts {
  readonly recovery: {
    /** `active`: it was logged in with once. Any other logon is closed to recovery. */
    readonly status: "reserved" | "approved" | "active" | "frozen" | "expired"
    /** Wrong answers of this link before this one. */
    readonly wrongAnswers: number
    /** Wrong answers of the logon in the window, over all its links, before this one. */
    readonly wrongAnswersInWindow: number
    /** The secret answer, or the proof that stands in its place, is right. */
    readonly proved: boolean
  }
}

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
