import { DateTime, Effect, Result } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import type { Decided, SubmittedState } from "./LogonRequests.ts"
import { LogonRequests } from "./LogonRequests.ts"

/**
 * What becomes of a request whose logon was never used, and when to look again where it is too early. Pure.
 *
 * **Gotchas**
 *
 * One that was referred and never settled goes too: else a thief's request would hold the role for ever.
 *
 * @rule D-33
 */
export const decideExpiry = (
  state: SubmittedState,
  unusedDays: number,
  now: DateTime.Utc
): Decided<SubmittedState, DateTime.Utc | null> => {
  const waits = state.status === "approved" || state.status === "submitted" || state.status === "referred"
  const endsAt = DateTime.add(state.submittedAt, { days: unusedDays })
  const isOver = waits && !DateTime.isLessThan(now, endsAt)
  return Result.succeed({
    next: isOver ? { ...state, status: "expired" } : state,
    events: isOver ? [{ _tag: "LogonRequestExpired" }] : [],
    answer: waits && !isOver ? endsAt : null
  })
}

/**
 * Lets a logon go that nobody activated: username, role and letter are free again.
 *
 * **Details**
 *
 * Answers when it is to be asked again, where the logon may still be used: its time became longer since, or the clock of
 * whoever asks is behind.
 */
export const expireLogonRequest = Effect.fn("expireLogonRequest")(function* (id: string) {
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  return yield* (yield* LogonRequests).changeSubmitted(id, now, (state) =>
    decideExpiry(state, policy.logon.activation.unusedDays, now)
  )
})
