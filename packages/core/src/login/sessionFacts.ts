import type { sessionFactsSchema } from "./loginFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the rules of a session read. Times are milliseconds since 1970-01-01T00:00:00Z. */
export type SessionFacts = typeof sessionFactsSchema.Type

/** How the facts are called, and how staff may see them. */
export const sessionFacts: FactSheet<SessionFacts> = {
  "session.ended": {
    label: "whether the session was ended",
    field: null,
    secret: false,
    of: ({ session }) => session.ended,
    show: String
  },
  "session.now": {
    label: "the time (ms)",
    field: null,
    secret: false,
    of: ({ session }) => session.now,
    show: String
  },
  "session.lastSeenAt": {
    label: "the last call (ms)",
    field: null,
    secret: false,
    of: ({ session }) => session.lastSeenAt,
    show: String
  },
  "session.expiresAt": {
    label: "the end of the session (ms)",
    field: null,
    secret: false,
    of: ({ session }) => session.expiresAt,
    show: String
  },
  "session.passwordAt": {
    label: "when the password was typed (ms)",
    field: "password",
    secret: false,
    of: ({ session }) => session.passwordAt,
    show: String
  }
}
