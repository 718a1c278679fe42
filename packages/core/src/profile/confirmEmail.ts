import { DateTime, Effect, Result } from "effect"
import type { Redacted } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import type { Session } from "../login/Session.ts"
import { changePart } from "./changePart.ts"
import { Profiles } from "./Profiles.ts"
import { profileToView } from "./profileToView.ts"

/**
 * Gives a logon the address that its link was mailed to.
 *
 * **Details**
 *
 * Open to the same logon only, logged in: whoever reads a mistyped mailbox has the link, and nothing to use it with. The
 * address before is told; links that were mailed there are dead.
 */
export const confirmEmail = Effect.fn("confirmEmail")(function* (session: Session, link: Redacted.Redacted) {
  const now = yield* DateTime.now
  const { ask, policy } = yield* (yield* RuleSets).inForce(now)
  return yield* (yield* Profiles).confirmEmail(session.logonId, session.id, link, now, (facts) => {
    const { expiresAt, state } = facts.link
    const mailedLink = { state, now: DateTime.toEpochMillis(now), expiresAt: DateTime.toEpochMillis(expiresAt) }
    if (ask.mailedLink.evaluate({ mailedLink }).decision._tag !== "Accepted") {
      return Result.fail({ _tag: "LinkRefused" })
    }
    const profile = { ...facts.logon.profile, email: facts.email }
    return Result.succeed(
      changePart("email", { profile }, facts, policy, now, profileToView({ ...facts.logon, profile }))
    )
  })
})
