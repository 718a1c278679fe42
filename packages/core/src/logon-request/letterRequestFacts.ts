import type { FactSheet } from "../engine/Rule.ts"
import type { letterRequestFactsSchema } from "./letterRequestFactsSchema.ts"

/** The facts that decide whether the server mails a requested letter. Times are milliseconds since 1970-01-01T00:00:00Z. */
export type LetterRequestFacts = typeof letterRequestFactsSchema.Type

/** How the facts are called, and how staff may see them. */
export const letterRequestFacts: FactSheet<LetterRequestFacts> = {
  "letterRequest.onFile": {
    label: "whether the number is on file",
    field: null,
    secret: true,
    of: ({ letterRequest }) => letterRequest.onFile,
    show: String
  },
  "letterRequest.unusedMailedAt": {
    label: "the mailing of the newest unused letter (ms)",
    field: null,
    secret: true,
    of: ({ letterRequest }) => letterRequest.unusedMailedAt,
    show: (value) => (value === null ? "none" : String(value))
  },
  "letterRequest.newestMailedAt": {
    label: "the mailing of the newest letter on request (ms)",
    field: null,
    secret: true,
    of: ({ letterRequest }) => letterRequest.newestMailedAt,
    show: (value) => (value === null ? "none" : String(value))
  },
  "letterRequest.mailedInWindow": {
    label: "the letters that were mailed on request in the window",
    field: null,
    secret: true,
    of: ({ letterRequest }) => letterRequest.mailedInWindow,
    show: String
  },
  "letterRequest.now": {
    label: "the time (ms)",
    field: null,
    secret: false,
    of: ({ letterRequest }) => letterRequest.now,
    show: String
  }
}
