import { DateTime, Effect, Redacted, Result } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import type { Session } from "../login/Session.ts"
import { requireRecentPassword } from "../two-step/requireRecentPassword.ts"
import { findLogon } from "../logon/findLogon.ts"
import { Keys } from "../logon/Keys.ts"
import { changeSome } from "../logon/endLogOns.ts"
import { Logons } from "../logon/Logons.ts"
import { changePartIn } from "./applyPart.ts"
import { changePart } from "./changePart.ts"
import { parseProfileTexts } from "./parseProfileTexts.ts"
import { ProfileError } from "./ProfileError.ts"
import { profileToView } from "./showProfile.ts"
import { keptLogonOf } from "./keptLogonOf.ts"
import type { Profile } from "./keptLogonOf.ts"
import type { ChangedProfileView, ProfileTexts } from "./ProfileView.ts"

const isSame = (one: Profile, other: Profile): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * Changes name, phone and language, and begins a change of the e-mail address.
 *
 * **Details**
 *
 * It reads, locks, decides, stores and returns. A new name, phone or address requires a recent password; a new language does not. A
 * new address counts after the mailed link is used; until then, every mail goes to the previous one. If nothing changes, no one
 * gets a notice.
 *
 * @rule D-48
 */
export const changeProfile = Effect.fn("changeProfile")(function* (session: Session, typed: ProfileTexts) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const { policy } = rules
  const before = keptLogonOf(yield* findLogon(session.logonId, now), yield* Keys)
  const parsed = parseProfileTexts(typed, before.profile, policy)
  if ("issues" in parsed) return yield* new ProfileError({ reason: { _tag: "ProfileIssues", issues: parsed.issues } })
  const { email, profile } = parsed.value
  const staysReachable = isSame({ ...profile, locale: before.profile.locale }, before.profile)
  if (email !== null || !staysReachable) yield* requireRecentPassword(session, rules, now)

  const after = isSame(profile, before.profile)
    ? before
    : yield* changePartIn(session, now, (facts) => {
        // Read before the lock: whoever changed the address meanwhile is not undone by this.
        const next = { ...profile, email: facts.logon.profile.email }
        return Result.succeed(
          changePart("profile", { profile: next }, facts, policy, now, { ...facts.logon, profile: next })
        )
      })
  if (email !== null) {
    const expiresAt = DateTime.add(now, { hours: policy.profile.emailLinkHours })
    yield* (yield* Logons).change(session.logonId, now, (logon, keys) => {
      const id = keys.makeId("email-change")
      const replaced = changeSome(
        logon.emailLinks,
        ({ state }) => state === "open",
        (link) => ({ ...link, state: "superseded" as const })
      )
      const sealed = keys.seal("email", id, Redacted.make(email))
      const link = { id, email: sealed, state: "open", createdAt: now, expiresAt, usedAt: null } as const
      return {
        next: { ...logon, emailLinks: [...replaced, link] },
        events: [{ _tag: "EmailChangeAsked", emailChangeId: id }],
        answer: Result.void
      }
    })
  }
  return { ...profileToView(after), ...(email !== null && { emailLinkSent: true }) } satisfies ChangedProfileView
})
