import { DateTime, Effect, Redacted } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { Freezes } from "./Freezes.ts"
import type { FreezeFacts } from "./Freezes.ts"
import { parseNotMeCode } from "./parseNotMeCode.ts"
import type { RecoveryEvent } from "./RecoveryEvent.ts"

/** What a "this was not me" code does. Pure. @rule D-26 */
export const decideFreeze = (
  { code: { expiresAt, state }, part }: FreezeFacts,
  { ask }: RuleSetInForce,
  now: DateTime.Utc
): Change<"freeze" | "unchanged", RecoveryEvent, void> => {
  const mailedLink = { state, now: DateTime.toEpochMillis(now), expiresAt: DateTime.toEpochMillis(expiresAt) }
  if (ask.mailedLink.evaluate({ mailedLink }).decision._tag !== "Accepted") {
    return { next: "unchanged", events: [{ _tag: "NotMeCodeRefused" }], answer: undefined }
  }
  return {
    next: "freeze",
    events: [
      ...(part === "logon" ? [] : [{ _tag: "ChangeUndone", part } as const]),
      { _tag: "LogonFrozen", because: part }
    ],
    answer: undefined
  }
}

/**
 * "This was not me": closes the logon that a code belongs to and puts back what it tells of.
 *
 * **Gotchas**
 *
 * It answers nothing: a code that is none, was used or is too old is answered like a right one. Whoever changed a mailbox
 * first loses the logon all the same: every change has its own code, mailed where the logon was reached before.
 */
export const freezeLogon = Effect.fn("freezeLogon")(function* (typed: Redacted.Redacted) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const code = parseNotMeCode(Redacted.value(typed))
  yield* (yield* Freezes).change(Redacted.make(code ?? ""), now, (facts) => decideFreeze(facts, rules, now))
})
