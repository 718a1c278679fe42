import { DateTime, Effect, Result } from "effect"
import { RuleSets } from "../decisions/RuleSets.ts"
import type { Decided, SubmittedState } from "./LogonRequests.ts"
import { LogonRequests } from "./LogonRequests.ts"

/**
 * What becomes of a request whose logon was never used. Pure.
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
): Decided<SubmittedState, void> => {
  const waits = state.status === "approved" || state.status === "submitted" || state.status === "referred"
  const isOver = waits && !DateTime.isLessThan(now, DateTime.add(state.submittedAt, { days: unusedDays }))
  return Result.succeed({
    next: isOver ? { ...state, status: "expired" } : state,
    events: isOver ? [{ _tag: "LogonRequestExpired" }] : [],
    answer: undefined
  })
}

/** Lets a logon go that nobody activated: username, role and letter are free again. */
export const expireLogonRequest = Effect.fn("expireLogonRequest")(function* (id: string) {
  const now = yield* DateTime.now
  const { policy } = yield* (yield* RuleSets).inForce(now)
  yield* (yield* LogonRequests).changeSubmitted(id, now, (state) =>
    decideExpiry(state, policy.logon.activation.unusedDays, now)
  )
})
