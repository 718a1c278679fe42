import { DateTime, Effect } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { Recoveries } from "./Recoveries.ts"
import type { ForgottenFacts } from "./Recoveries.ts"
import type { RecoveryEvent } from "./RecoveryEvent.ts"
import { since } from "./since.ts"

type Decided = Change<{ readonly linkUntil: DateTime.Utc } | null, RecoveryEvent, void>

const nothing: Decided = { next: null, events: [], answer: undefined }

/**
 * What is mailed to a logon that somebody forgot. Pure.
 *
 * **Details**
 *
 * A username goes to the address of a logon that works. A link goes there too, as many an hour as the policy has, and while
 * its answers are not used up: asking for more closes nothing, it is only not mailed.
 *
 * @rule D-47
 */
export const decideForgotten = (
  { forgotten, linksAt, missesAt, recoveryId, status }: ForgottenFacts,
  { ask, policy: { recovery } }: RuleSetInForce,
  now: DateTime.Utc
): Decided => {
  const linkUntil = DateTime.add(now, { minutes: recovery.linkMinutes })
  const { decision } = ask.recovery.evaluate({
    mailedLink: { state: "open", now: DateTime.toEpochMillis(now), expiresAt: DateTime.toEpochMillis(linkUntil) },
    recovery: {
      status,
      wrongAnswers: 0,
      wrongAnswersInWindow: since(missesAt, now, { hours: recovery.windowHours }).length,
      proved: true
    }
  })
  if (forgotten === "username") {
    return status === "active" ? { ...nothing, events: [{ _tag: "UsernameReminded" }] } : nothing
  }
  const isSpent = since(linksAt, now, { hours: 1 }).length >= recovery.maxLinksPerHour
  if (decision._tag !== "Accepted" || isSpent) return nothing
  return { next: { linkUntil }, events: [{ _tag: "PasswordLinkIssued", recoveryId }], answer: undefined }
}

/** Answers somebody who forgot: the job that follows each call. */
export const answerForgotten = Effect.fn("answerForgotten")(function* (askedId: string) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  yield* (yield* Recoveries).answer(askedId, now, (facts) => decideForgotten(facts, rules, now))
})
