import { factSheet, text, truth } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"

/** What the password rules read. */
export const passwordFacts = factSheet({
  "password.username": { label: "the username", kind: text, field: "username" },
  /** As typed, never trimmed or cut; the rules read it as `passwordKey` has it. */
  "password.text": { label: "the password", kind: text, field: "password", isHidden: true },
  /** On the list of common passwords. */
  "password.blocklisted": { label: "whether the password is a common one", kind: truth, field: "password" },
  /** As typed a second time. */
  "password.confirm": { label: "the password typed again", kind: text, field: "confirmPassword", isHidden: true }
})
export type PasswordFacts = FactsOf<typeof passwordFacts>

/** What is read besides where a password is changed. */
export const passwordChangeFacts = {
  ...passwordFacts,
  ...factSheet({
    /** One of the passwords that the history of the policy keeps. */
    "passwordChange.reused": { label: "whether the password was used before", kind: truth, field: "password" }
  })
}
export type PasswordChangeFacts = FactsOf<typeof passwordChangeFacts>
