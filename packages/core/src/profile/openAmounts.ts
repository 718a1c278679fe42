import { DateTime, Effect, Result } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import type { Session } from "../login/Session.ts"
import { requireRecentPassword } from "../two-step/requireRecentPassword.ts"
import { AmountOpenings } from "./AmountOpenings.ts"
import type { OwnNumber } from "./AmountOpenings.ts"

/**
 * Returns the numbers that a logon can open amounts for: its role rests on a letter, and the last opening is long enough ago. Pure.
 *
 * **Gotchas**
 *
 * A role that rests on an amount cannot open amounts: a thief who guessed one would get ten more tries. While a contest is open,
 * it is not certain who the owner is.
 *
 * @rule D-30
 */
export const decideOpenable = (
  numbers: ReadonlyArray<OwnNumber>,
  { policy }: Pick<RuleSetInForce, "policy">,
  now: DateTime.Utc
): ReadonlyArray<OwnNumber> =>
  numbers.filter(
    ({ amountsOpenedAt, contested, evidence }) =>
      evidence === "letterId" &&
      !contested &&
      (amountsOpenedAt === null ||
        DateTime.isGreaterThanOrEqualTo(
          now,
          DateTime.add(amountsOpenedAt, { days: policy.verification.attempts.amounts.reopenDays })
        ))
  )

/** Opens amounts for the numbers of a logon, with a fresh year's count. Takes a recent password. @rule D-30 */
export const openAmounts = Effect.fn("openAmounts")(function* (session: Session) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  yield* requireRecentPassword(session, rules, now)
  yield* (yield* AmountOpenings).open(session.logonId, now, (numbers) => {
    const openable = decideOpenable(numbers, rules, now)
    return openable.length === 0
      ? Result.fail({ _tag: "NothingToOpen" })
      : Result.succeed({ next: openable, events: [{ _tag: "AmountsOpened" }], answer: undefined })
  })
})
