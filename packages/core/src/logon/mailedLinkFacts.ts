import { factSheet, moment, oneOf } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"

/** What the rules of a link or code that was mailed read: password reset, change of address, "this was not me". */
export const mailedLinkFacts = factSheet({
  /** `used`: it did what it is for. `superseded`: a newer one, or what happened since, took its place. */
  "mailedLink.state": { label: "the state of the link", kind: oneOf("open", "used", "superseded"), field: "code" },
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  "mailedLink.now": { label: "the time (ms)", kind: moment },
  /** The same; it is no longer good at that moment. */
  "mailedLink.expiresAt": { label: "the end of the link (ms)", kind: moment, field: "code" }
})
export type MailedLinkFacts = FactsOf<typeof mailedLinkFacts>
