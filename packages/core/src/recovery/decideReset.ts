import { DateTime, Result } from "effect"
import type { Redacted } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { changePart } from "../profile/changePart.ts"
import type { ProfileEvent } from "../logon/LogonEvent.ts"
import type { ResetFacts, ResetState } from "./Recoveries.ts"
import type { RecoveryReason } from "./RecoveryError.ts"
import type { RecoveryEvent } from "../logon/LogonEvent.ts"
import { since } from "./linksOf.ts"

type Decided = Change<ResetState, RecoveryEvent | ProfileEvent, Result.Result<void, RecoveryReason>>

const refuse = (reason: RecoveryReason): Decided => ({
  next: { _tag: "Unchanged" },
  events: [],
  answer: Result.fail(reason)
})

/**
 * Decides what a link to a new password does. Pure.
 *
 * **Details**
 *
 * `proved`: whether the second proof is correct; "unseen" asks only whether the link is valid. `passwordHashes`: the history, with
 * the new password first. A reset opens no session and ends every existing one.
 *
 * @rule D-47
 */
export const decideReset = (
  facts: Omit<ResetFacts, "notMeId"> & { readonly notMeId?: string },
  proved: boolean | "unseen",
  passwordHashes: ReadonlyArray<Redacted.Redacted>,
  { ask, policy }: RuleSetInForce,
  now: DateTime.Utc
): Decided => {
  const { link, missesAt, notMeId = "", status } = facts
  const { maxWrongAnswersInWindow, windowHours } = policy.recovery
  const misses = since(missesAt, now, { hours: windowHours })
  const { decision } = ask.recovery.evaluate({
    mailedLink: {
      state: link.state,
      now: DateTime.toEpochMillis(now),
      expiresAt: DateTime.toEpochMillis(link.expiresAt)
    },
    recovery: {
      status,
      wrongAnswers: link.wrongAnswers,
      wrongAnswersInWindow: misses.length,
      proved: proved !== false
    }
  })
  switch (decision._tag) {
    case "Accepted": {
      if (proved === "unseen") return { next: { _tag: "Unchanged" }, events: [], answer: Result.succeed(undefined) }
      const changed = changePart(
        "password",
        { passwordHashes },
        { notMeId },
        policy,
        now,
        Result.succeed(undefined),
        true
      )
      return {
        next: { _tag: "Used", ...changed.next },
        events: [{ _tag: "PasswordReset" }, ...changed.events],
        answer: changed.answer
      }
    }
    case "Locked": {
      const oldest = misses.at(-maxWrongAnswersInWindow) ?? now
      return refuse({ _tag: "RecoveryLocked", retryAt: DateTime.add(oldest, { hours: windowHours }) })
    }
    case "Refused":
    case "Referred":
    case "NeedsFacts":
      return "rule" in decision && decision.rule.message === "issue.answer-wrong"
        ? {
            next: { _tag: "Missed" },
            events: [{ _tag: "RecoveryAnswerMissed", misses: misses.length + 1 }],
            answer: Result.fail({ _tag: "AnswerRefused" })
          }
        : refuse({ _tag: "LinkRefused" })
  }
}
