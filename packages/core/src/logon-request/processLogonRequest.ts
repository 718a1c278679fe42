import { DateTime, Effect, Result } from "effect"
import type { RuleSetInForce } from "../decisions/RuleSetInForce.ts"
import { RuleSets } from "../decisions/RuleSets.ts"
import { TaxpayerRecords } from "../taxpayer/TaxpayerRecords.ts"
import type { TaxpayerStanding } from "../taxpayer/TaxpayerRecords.ts"
import type { Decided, SubmittedState } from "./LogonRequests.ts"
import { LogonRequests } from "./LogonRequests.ts"

/** What processing makes of a submitted request: approved, referred or denied; anything else it leaves as it is. Pure. @rule D-12 @rule D-35 */
export const decideProcessing = (
  state: SubmittedState,
  request: TaxpayerStanding,
  { ask, policy }: RuleSetInForce,
  now: DateTime.Utc
): Decided<SubmittedState, void> => {
  const keep = Result.succeed({ next: state, events: [], answer: undefined })
  if (state.status !== "submitted") return keep
  const decision = ask.processing.decide({ request })
  switch (decision._tag) {
    case "Accepted": {
      const expiresAt = DateTime.add(now, { hours: policy.logon.activation.lifetimeHours })
      return Result.succeed({
        next: { ...state, status: "approved", activation: { expiresAt, resends: 0 } },
        events: [{ _tag: "LogonRequestApproved" }, { _tag: "ActivationCodeIssued", expiresAt }],
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
      return Result.succeed({
        next: { ...state, status: "denied" },
        events: [{ _tag: "LogonRequestDenied" }],
        answer: undefined
      })
    case "NeedsFacts":
      return keep
  }
}

/**
 * Processes a submitted request: the job that follows each submit.
 *
 * **Details**
 *
 * Ask the records what stands against it, lock, decide, store; notices follow from the events. Run twice it changes
 * nothing the second time. Fails where the records are unavailable: the job is tried again.
 */
export const processLogonRequest = Effect.fn("processLogonRequest")(function* (id: string) {
  const now = yield* DateTime.now
  const requests = yield* LogonRequests
  const rules = yield* (yield* RuleSets).inForce(now)
  const { accountType, taxpayer } = yield* requests.taxpayerOf(id)
  const standing = yield* (yield* TaxpayerRecords).standing(taxpayer, accountType)
  yield* requests.changeSubmitted(id, now, (state) => decideProcessing(state, standing, rules, now))
})
