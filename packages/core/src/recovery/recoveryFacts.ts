import { count, factSheet, oneOf, truth } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"
import { mailedLinkFacts } from "../logon/mailedLinkFacts.ts"

/** What the rules of a forgotten password read besides those of its link. */
export const recoveryFacts = {
  ...mailedLinkFacts,
  ...factSheet({
    /** `active`: it was logged in with once. Any other logon is closed to recovery. */
    "recovery.status": {
      label: "the state of the logon",
      kind: oneOf("reserved", "approved", "active", "frozen", "expired")
    },
    /** Wrong answers of the logon in the window, over all its links, before this one. */
    "recovery.wrongAnswersInWindow": { label: "the wrong answers of this logon", kind: count },
    /** Wrong answers of this link before this one. */
    "recovery.wrongAnswers": { label: "the wrong answers of this link", kind: count, field: "answer" },
    /** The secret answer, or the proof that stands in its place, is right. */
    "recovery.proved": { label: "whether the answer is right", kind: truth, field: "answer" }
  })
}
export type RecoveryFacts = FactsOf<typeof recoveryFacts>
