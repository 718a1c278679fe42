import { factSheet, moment, truth } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"

/** What the rules of a session read. Times are milliseconds since 1970-01-01T00:00:00Z. */
export const sessionFacts = factSheet({
  /** It was logged out, replaced by one of a higher level, or ended by its owner. */
  "session.ended": { label: "whether the session was ended", kind: truth },
  "session.now": { label: "the time (ms)", kind: moment },
  /** When its last call came. */
  "session.lastSeenAt": { label: "the last call (ms)", kind: moment },
  /** It is over at that moment in any case. */
  "session.expiresAt": { label: "the end of the session (ms)", kind: moment },
  /** When the password was last typed. */
  "session.passwordAt": { label: "when the password was typed (ms)", kind: moment, field: "password" }
})
export type SessionFacts = FactsOf<typeof sessionFacts>
