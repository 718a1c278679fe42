import { DateTime, Effect, Result } from "effect"
import type { ContestEvent } from "../access/ContestEvent.ts"
import { isLetterStanding, isSecondLetter } from "../access/decidePlace.ts"
import { decideNotMe } from "../access/notMeRules.ts"
import { standingOf } from "../access/standingOf.ts"
import type { RuleSetInForce } from "../questions/RuleSetInForce.ts"
import { RuleSets } from "../questions/RuleSets.ts"
import { TaxpayerRecords } from "../taxpayer/TaxpayerRecords.ts"
import type { TaxpayerStanding } from "../taxpayer/TaxpayerRecords.ts"
import { endRequest } from "./endRequest.ts"
import { letterOfContest } from "./letterOfContest.ts"
import type { Decided, SettledState, SubmittedState } from "./LogonRequests.ts"
import { LogonRequests } from "./LogonRequests.ts"

/** What comes of "not you? tell us" once whoever said it is approved: it is about the Master Administrator. @rule D-60 */
const sayNotMe = ({ access, logonId, saysNotMe }: SubmittedState): ReadonlyArray<ContestEvent> => {
  if (!saysNotMe || access.contest !== null) return []
  const others = access.accesses.filter(
    (each) => each.logonId !== logonId && each.state !== "suspended" && each.state !== "waiting"
  )
  const named = others.find(({ role }) => role === "MasterAdministrator")
  const power = decideNotMe({
    channel: "form",
    receiver: null,
    named: named === undefined ? null : standingOf(named.evidence),
    letterStands: isLetterStanding({ ...access, accesses: others })
  })
  return power === "contest" ? [{ _tag: "ContestBegun", because: "not-me", endedBy: "letter" }] : []
}

/** What processing makes of a submitted request: approved, referred or denied; anything else it leaves as it is. Pure. @rule D-12 @rule D-35 @rule D-37 */
export const decideProcessing = (
  state: SubmittedState,
  request: TaxpayerStanding,
  { ask, policy }: RuleSetInForce,
  now: DateTime.Utc
): Decided<SettledState, void> => {
  const keep = Result.succeed({ next: state, events: [], answer: undefined })
  if (state.status !== "submitted") return keep
  // The owner's lock closes amounts: who has the owner's letter in hand passes it.
  const holds = request.holds.filter((hold) => hold !== "registration-lock" || standingOf(state.evidence) !== "letter")
  const decision = ask.processing.decide({ request: { ...request, holds } })
  switch (decision._tag) {
    case "Accepted": {
      const expiresAt = DateTime.add(now, { hours: policy.logon.activation.lifetimeHours })
      const begun: ReadonlyArray<ContestEvent> = isSecondLetter(state.access, state.logonId)
        ? [{ _tag: "ContestBegun", because: "second-letter", endedBy: "letter" }]
        : sayNotMe(state)
      return Result.succeed({
        next: { ...state, status: "approved", activation: { expiresAt, resends: 0 } },
        events: [
          { _tag: "LogonRequestApproved" },
          { _tag: "ActivationCodeIssued", expiresAt },
          ...begun,
          ...letterOfContest(begun, state.letterRowId)
        ],
        answer: undefined
      })
    }
    case "Referred":
      return Result.succeed({
        next: { ...state, status: "referred" },
        events: [{ _tag: "LogonRequestReferred" }],
        answer: undefined
      })
    case "Refused":
    case "Locked":
      return Result.succeed({ ...endRequest(state, "denied"), answer: undefined })
    case "NeedsFacts":
      return keep
  }
}

/**
 * Processes a submitted request: the job that follows each submit.
 *
 * **Details**
 *
 * It asks the records for holds, locks, decides and stores. Notices follow from the events. A second run changes nothing. It fails
 * if the records are unavailable; the job then runs again.
 */
export const processLogonRequest = Effect.fn("processLogonRequest")(function* (id: string) {
  const now = yield* DateTime.now
  const requests = yield* LogonRequests
  const rules = yield* (yield* RuleSets).inForce(now)
  const { accountType, taxpayer } = yield* requests.taxpayerOf(id)
  const standing = yield* (yield* TaxpayerRecords).standing(taxpayer, accountType)
  yield* requests.changeSubmitted(id, now, (state) => decideProcessing(state, standing, rules, now))
})
