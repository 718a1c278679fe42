import { DateTime, Effect, Result } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { changeSome } from "../logon/endLogOns.ts"
import { Logons } from "../logon/Logons.ts"
import { LogInError } from "./LogInError.ts"
import type { Session } from "./Session.ts"
import { Sessions } from "./Sessions.ts"
import type { AcceptedTerms } from "./Sessions.ts"
import type { TermsView } from "./SessionView.ts"

/** The terms in force, as they certify the number of this logon: version, and the wording ids of their sentences. @rule R-25 */
export const readTerms = Effect.fn("readTerms")(function* (session: Session) {
  const { policy } = yield* (yield* RuleSets).inForce(yield* DateTime.now)
  const idType = yield* (yield* Sessions).idTypeOf(session.logonId)
  const view: TermsView = { version: policy.terms.version, sentences: policy.terms.sentences[idType] }
  return view
})

/**
 * Accepts the terms in force if a logon accepted only earlier ones. The session that waited continues.
 *
 * **Details**
 *
 * The store keeps the hash of each accepted text, with its version and language.
 *
 * @rule D-44
 */
export const acceptTerms = Effect.fn("acceptTerms")(function* (session: Session, accepted: AcceptedTerms) {
  const now = yield* DateTime.now
  const { ask } = yield* (yield* RuleSets).inForce(now)
  const { decision } = ask.terms.evaluate({ access: { termsAccepted: true, termsVersion: accepted.version } })
  if (decision._tag !== "Accepted") {
    const messageId = "issue.terms-changed"
    return yield* new LogInError({ reason: { _tag: "Issue", path: "termsVersion", messageId } })
  }
  const { locale, textHash, version } = accepted
  yield* (yield* Logons).change(session.logonId, now, (logon) => ({
    next: {
      ...logon,
      termsVersion: version,
      termsAcceptedAt: now,
      termsAccepted: [...logon.termsAccepted, { version, at: DateTime.formatIso(now), locale, textHash }],
      sessions: changeSome(
        logon.sessions,
        ({ id, state }) => id === session.id && state === "terms",
        (waiting) => ({ ...waiting, state: "open" })
      )
    },
    events: [{ _tag: "TermsAccepted", version }],
    answer: Result.void
  }))
})
