import { factSheet, nineDigits, orNull, text, truth } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"

/** What the username rules read. */
export const usernameFacts = factSheet({
  /** The person's own SSN, ITIN or FEIN, nine digits; null where it is not known to whoever asks. */
  "username.ownNumber": { label: "the person's own number", kind: orNull(nineDigits), isHidden: true },
  /** As typed. */
  "username.text": { label: "the username", kind: text, field: "username" },
  /** Somebody has it, or had it once. */
  "username.taken": { label: "whether the username is taken", kind: truth, field: "username" }
})
export type UsernameFacts = FactsOf<typeof usernameFacts>
