import { DateTime, Effect, Redacted, Result } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import type { Session } from "../login/Session.ts"
import { changeSome, endLinks } from "../logon/endLogOns.ts"
import { Logons } from "../logon/Logons.ts"
import { decidePart } from "./applyPart.ts"
import { changePart } from "./changePart.ts"
import { ProfileError } from "./ProfileError.ts"
import { profileToView } from "./showProfile.ts"

/**
 * Gives a logon the address that its link was mailed to.
 *
 * **Details**
 *
 * Only the same logon can use the link, while it is logged in. Someone who reads a mistyped mailbox has the link but cannot use
 * it. The previous address gets a notice, and links that were mailed there stop working.
 */
export const confirmEmail = Effect.fn("confirmEmail")(function* (session: Session, link: Redacted.Redacted) {
  const now = yield* DateTime.now
  const { ask, policy } = yield* (yield* RuleSets).inForce(now)
  return yield* (yield* Logons).change(session.logonId, now, (logon, keys) => {
    const id = keys.readLink("email-change", link)
    const asked = logon.emailLinks.find((each) => each.id === id)
    if (asked === undefined) {
      return { next: logon, events: [], answer: Result.fail(new ProfileError({ reason: { _tag: "LinkRefused" } })) }
    }
    const { expiresAt, state } = asked
    // Whatever was mailed to the address before opens nothing any more.
    const used = endLinks({
      ...logon,
      emailLinks: changeSome(
        logon.emailLinks,
        (each) => each.id === id,
        (each) => ({ ...each, state: "used", usedAt: now })
      )
    })
    const decided = decidePart(used, keys, session, now, (facts) => {
      const mailedLink = { state, now: DateTime.toEpochMillis(now), expiresAt: DateTime.toEpochMillis(expiresAt) }
      if (ask.mailedLink.evaluate({ mailedLink }).decision._tag !== "Accepted") {
        return Result.fail({ _tag: "LinkRefused" })
      }
      const profile = { ...facts.logon.profile, email: Redacted.value(keys.open(asked.email)) }
      const view = profileToView({ ...facts.logon, profile })
      return Result.succeed(changePart("email", { profile }, facts, policy, now, view))
    })
    return Result.isSuccess(decided.answer) ? decided : { ...decided, next: logon }
  })
})
