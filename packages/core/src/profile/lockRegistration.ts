import { DateTime, Effect, Result } from "effect"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import type { Session } from "../login/Session.ts"
import { requireRecentPassword } from "../two-step/requireRecentPassword.ts"
import { standingOf } from "../access/standingOf.ts"
import { decideGranting } from "./decideGranting.ts"
import type { OwnRole } from "./RegistrationLocks.ts"
import { RegistrationLocks } from "./RegistrationLocks.ts"

/**
 * The taxpayers that a logon may close: those it is Master Administrator of on a letter, while no contest is open. Pure.
 *
 * **Gotchas**
 *
 * A Master Administrator who stands on an amount closes nothing, however long: else a thief would shut the owner out.
 *
 * @rule D-37 @rule D-25
 */
export const decideLockable = <R extends OwnRole>(
  roles: ReadonlyArray<R>,
  rules: RuleSetInForce,
  now: DateTime.Utc
): ReadonlyArray<R> =>
  roles.filter(
    (own) =>
      own.role === "MasterAdministrator" && standingOf(own.evidence) === "letter" && decideGranting(own, rules, now)
  )

/** Closes on-line registration for the numbers of a logon, or opens it again. Takes a recent password. @rule D-37 */
export const lockRegistration = Effect.fn("lockRegistration")(function* (session: Session, locked: boolean) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  yield* requireRecentPassword(session, rules, now)
  return yield* (yield* RegistrationLocks).change(session.logonId, now, locked, (roles) => {
    const lockable = decideLockable(roles, rules, now)
    return lockable.length === 0
      ? Result.fail({ _tag: "NothingToLock" })
      : Result.succeed({
          next: lockable,
          events: [{ _tag: locked ? "RegistrationClosed" : "RegistrationOpened" }],
          answer: { locked }
        })
  })
})
