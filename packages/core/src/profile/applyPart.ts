import { Effect, Result } from "effect"
import type { DateTime } from "effect"
import type { Change } from "../decisions/Change.ts"
import { changePartOf } from "../logon/changeLogon.ts"
import type { Keys } from "../logon/Keys.ts"
import type { Logon } from "../logon/Logon.ts"
import type { ProfileEvent } from "../logon/LogonEvent.ts"
import { Logons } from "../logon/Logons.ts"
import type { LogonDecision } from "../logon/Logons.ts"
import type { Session } from "../login/Session.ts"
import { keptLogonOf } from "./keptLogonOf.ts"
import type { ProfileFacts, ProfileState } from "./keptLogonOf.ts"
import { ProfileError } from "./ProfileError.ts"
import type { ProfileReason } from "./ProfileError.ts"

/** What a change of a part makes of a logon; `but` is the session that goes on. Pure. */
export const applyPart = (
  logon: Logon,
  keys: Keys["Service"],
  { change, endsOthers, undo }: ProfileState,
  notMeId: string,
  now: DateTime.Utc,
  but: string | null = null
): Logon =>
  changePartOf(logon, keys, { change, endsOthers, part: undo.part, undo: { notMeId, until: undo.expiresAt } }, now, but)

type DecidedPart<A> = Result.Result<Change<ProfileState, ProfileEvent, A>, ProfileReason>

/** Decides on a part of a logon as it stands, and what is made of it. Pure. */
export const decidePart = <A>(
  logon: Logon,
  keys: Keys["Service"],
  session: Pick<Session, "id">,
  now: DateTime.Utc,
  decide: (facts: ProfileFacts) => DecidedPart<A>
): LogonDecision<A, ProfileError> => {
  const notMeId = keys.makeId("not-me-code")
  const decided = decide({ logon: keptLogonOf(logon, keys), notMeId })
  if (Result.isFailure(decided)) {
    return { next: logon, events: [], answer: Result.fail(new ProfileError({ reason: decided.failure })) }
  }
  const { answer, events, next } = decided.success
  return { next: applyPart(logon, keys, next, notMeId, now, session.id), events, answer: Result.succeed(answer) }
}

/** Changes a part of the logon of a session, which goes on. */
export const changePartIn = Effect.fnUntraced(function* <A>(
  session: Session,
  now: DateTime.Utc,
  decide: (facts: ProfileFacts) => DecidedPart<A>
) {
  return yield* (yield* Logons).change(session.logonId, now, (logon, keys) =>
    decidePart(logon, keys, session, now, decide)
  )
})
