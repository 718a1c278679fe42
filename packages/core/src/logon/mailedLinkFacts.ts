import type { mailedLinkFactsSchema } from "./logonFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the rules of a link or code that was mailed read: password reset, change of address, "this was not me". */
export type MailedLinkFacts = typeof mailedLinkFactsSchema.Type

/** How the facts are called, and how staff may see them. */
export const mailedLinkFacts: FactSheet<MailedLinkFacts> = {
  "mailedLink.state": {
    label: "the state of the link",
    field: "code",
    secret: false,
    of: ({ mailedLink }) => mailedLink.state,
    show: String
  },
  "mailedLink.now": {
    label: "the time (ms)",
    field: null,
    secret: false,
    of: ({ mailedLink }) => mailedLink.now,
    show: String
  },
  "mailedLink.expiresAt": {
    label: "the end of the link (ms)",
    field: "code",
    secret: false,
    of: ({ mailedLink }) => mailedLink.expiresAt,
    show: String
  }
}
