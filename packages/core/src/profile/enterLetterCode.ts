import { DateTime, Effect, Option, Redacted, Result } from "effect"
import type { ContestEvent } from "../access/ContestEvent.ts"
import { isOutranked } from "../access/decidePlace.ts"
import { standingOf } from "../access/standingOf.ts"
import type { Change } from "../decisions/Change.ts"
import { decideOnRecord } from "../decisions/decideOnRecord.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import type { Session } from "../login/Session.ts"
import { parseLetterId } from "../taxpayer/parseLetterId.ts"
import { requireRecentPassword } from "../two-step/requireRecentPassword.ts"
import { decideGranting } from "./decideGranting.ts"
import { issueOf } from "./issueOf.ts"
import { MasterRoles } from "./MasterRoles.ts"
import type { LetterCodeFacts } from "./MasterRoles.ts"
import { ProfileError } from "./ProfileError.ts"
import type { ProfileReason } from "./ProfileError.ts"
import type { ProfileEvent } from "../logon/LogonEvent.ts"
import type { LetterCodeView } from "./ProfileView.ts"
import type { OwnRole } from "./RegistrationLocks.ts"

/** A letter would make a role rest on more, or end the contest about it: however long its hold is over. @rule D-25 */
const isStrengthened = ({ contested, evidence }: OwnRole): boolean => contested || standingOf(evidence) !== "letter"

/** Whether a letter that was accepted confirms a role, and ends the contest about it and the logons on amounts beside it, now that all are locked. Pure. @rule D-25 @rule D-62 */
export const decideLetterCode = (
  { access, letterIsLive, letterMailedAt, role }: LetterCodeFacts,
  rules: Pick<RuleSetInForce, "ask">
): Result.Result<Change<"confirmed" | "settled", ProfileEvent | ContestEvent, void>, ProfileReason> => {
  if (role === null || !isStrengthened(role)) return Result.fail({ _tag: "NothingToConfirm" })
  if (!letterIsLive) return Result.fail({ _tag: "LetterRefused" })
  const entered = { _tag: "LetterCodeEntered" } as const
  const { accesses, contest } = access
  const isAlone = accesses.filter(({ state }) => state !== "waiting").length <= 1
  if (contest === null && isAlone) return Result.succeed({ next: "confirmed", events: [entered], answer: undefined })
  if (isOutranked(access, { evidence: "letterId", letterMailedAt }, rules.ask))
    return Result.succeed({ next: "settled", events: [entered, { _tag: "ContestSettled" }], answer: undefined })
  return contest === null
    ? Result.succeed({ next: "confirmed", events: [entered], answer: undefined })
    : Result.fail({ _tag: "LetterRefused" })
}

/** Whether a logon has a role that a letter code makes rest on more, and whether that role is on hold until then. */
export const askLetterCode = Effect.fn("askLetterCode")(function* (logonId: string) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  const roles = yield* (yield* MasterRoles).of(logonId, null)
  return {
    needed: roles.some((own) => !decideGranting(own, rules, now)),
    possible: roles.some(isStrengthened),
    holdDays: rules.policy.access.confirmationHoldDays
  } satisfies LetterCodeView
})

/**
 * Makes the role of a Master Administrator who was verified by amount rest on a letter to the address on file.
 *
 * **Details**
 *
 * It compares the letter with what is on file, as a request does. The attempt counts with the letters of that number from this
 * network, and the decision is logged before it is returned. Then it locks the letter and the role, and uses the letter.
 *
 * **Gotchas**
 *
 * Someone else's letter counts against the person's own number, and gets the same response as an unknown one.
 *
 * @rule D-25 @rule D-30 @rule D-61
 */
export const enterLetterCode = Effect.fn("enterLetterCode")(function* (
  session: Session,
  typed: Redacted.Redacted,
  network: string
) {
  const now = yield* DateTime.now
  const rules = yield* (yield* RuleSets).inForce(now)
  yield* requireRecentPassword(session, rules, now)
  const parsed = parseLetterId(Redacted.value(typed))
  if ("issue" in parsed) {
    const issue = issueOf({ field: "letterId", messageId: parsed.issue, params: {} })
    return yield* new ProfileError({ reason: { _tag: "ProfileIssues", issues: [issue] } })
  }
  const letterId = Redacted.make(parsed.value)
  const roles = (yield* (yield* MasterRoles).of(session.logonId, letterId)).filter(isStrengthened)
  const role = roles.find(({ isMailedTo }) => isMailedTo) ?? roles[0]
  if (role === undefined) return yield* new ProfileError({ reason: { _tag: "NothingToConfirm" } })

  const taxpayer = Redacted.value(role.taxpayer)
  const { decision, retryAt } = yield* decideOnRecord(
    { ...taxpayer, kind: "letterId", amount: null, letterId: parsed.value },
    network
  )
  if (decision._tag === "Locked") {
    const until = Option.getOrUndefined(retryAt)
    return yield* new ProfileError({ reason: { _tag: "Locked", ...(until !== undefined && { retryAt: until }) } })
  }
  if (decision._tag !== "Accepted") return yield* new ProfileError({ reason: { _tag: "LetterRefused" } })
  yield* (yield* MasterRoles).confirm(role.grantId, letterId, now, (facts) => decideLetterCode(facts, rules))
})
