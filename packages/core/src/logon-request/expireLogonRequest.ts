import { DateTime, Effect, Result } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { endRequest } from "./endRequest.ts"
import type { Decided, SettledState, SubmittedState } from "./LogonRequests.ts"
import { LogonRequests } from "./LogonRequests.ts"

/**
 * What becomes of a request whose logon was never used, and when to look again where it is too early. Pure.
 *
 * **Gotchas**
 *
 * One that was referred and never settled goes too: else a thief's request would hold the role for ever. One that is frozen
 * stays, and so does what its freeze keeps closed: time ends no freeze.
 *
 * @rule D-33 @rule D-62
 */
export const decideExpiry = (
  state: SubmittedState,
  unusedDays: number,
  now: DateTime.Utc
): Decided<SettledState, DateTime.Utc | null> => {
  const waits = state.status === "approved" || state.status === "submitted" || state.status === "referred"
  const endsAt = DateTime.add(state.submittedAt, { days: unusedDays })
  if (!waits || state.isFrozen) return Result.succeed({ next: state, events: [], answer: null })
  if (DateTime.isLessThan(now, endsAt)) return Result.succeed({ next: state, events: [], answer: endsAt })
  return Result.succeed({ ...endRequest(state, "expired"), answer: null })
}

/**
 * Deletes a logon that no one activated. Its username, role and letter are available again.
 *
 * **Details**
 *
 * If the logon can still be used, it returns when to check again: the time was extended, or the caller's clock is behind.
 */
export const expireLogonRequest = Effect.fn("expireLogonRequest")(function* (id: string) {
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  return yield* (yield* LogonRequests).changeSubmitted(id, now, (state) =>
    decideExpiry(state, policy.logon.activation.unusedDays, now)
  )
})
