import { DateTime, Result } from "effect"
import { logonRequestJourney } from "../../packages/core/src/journey/logonRequestJourney.ts"
import type { AnsweredStepId, StepId } from "../../packages/core/src/journey/logonRequestJourney.ts"
import { firstOpenStep, stepBefore, stepsOnTheWay } from "../../packages/core/src/journey/stepsOnTheWay.ts"
import type { Moves } from "../../packages/core/src/journey/stepsOnTheWay.ts"
import { analyseSteps } from "../../packages/core/src/engine/analyseSteps.ts"
import { changeAnswer, undoStep } from "../../packages/core/src/logon-request/changeAnswer.ts"
import type { LogonRequestDraft, Proof } from "../../packages/core/src/logon-request/LogonRequest.ts"
import type { SubmittedState } from "../../packages/core/src/logon-request/LogonRequests.ts"
import { decideProcessing } from "../../packages/core/src/logon-request/processLogonRequest.ts"
import type { StateRuleSet } from "../../packages/core/src/rule-sets/StateRuleSet.ts"
import type { TaxpayerStanding } from "../../packages/core/src/taxpayer/TaxpayerRecords.ts"
import type { ContestFacts } from "../../packages/core/src/access/contestFacts.ts"
import type { ProofLine } from "./ProofLine.ts"
import { factsOfSpace } from "./proveQuestions.ts"
import { questionSpaces } from "./questionSpaces.ts"

const now = DateTime.makeUnsafe("2020-11-20T18:55:15Z")
const subsets = <T>(all: ReadonlyArray<T>): ReadonlyArray<ReadonlyArray<T>> =>
  all.reduce<ReadonlyArray<ReadonlyArray<T>>>((sets, one) => sets.flatMap((set) => [set, [...set, one]]), [[]])

/** Counts the cases of a claim, and keeps the first that breaks it. */
export const counted = (
  id: string,
  claim: string,
  walk: (holds: (is: boolean, said: () => string) => void) => void
): ProofLine => {
  let cases = 0
  let counterExample: ReadonlyArray<string> | undefined
  walk((is, said) => {
    cases += 1
    if (!is) counterExample ??= [said()]
  })
  return { id, claim, cases, ...(counterExample && { counterExample }) }
}

const forks: ReadonlyArray<Moves> = [
  {},
  ...(["amount", "letterId", "lineItem"] as const).map((move): Moves => ({ "verification-type": move }))
]

const answered = Object.keys(logonRequestJourney).filter(
  (step) => step !== "summary" && step !== "confirmation"
) as ReadonlyArray<AnsweredStepId>

const proof: Proof = {
  decisionId: "decision",
  evidence: "amount",
  letterId: null,
  role: { role: "MasterAdministrator", scope: "all" },
  logonExists: false
}

const draftWith = (steps: ReadonlyArray<AnsweredStepId>, isProved: boolean): LogonRequestDraft => ({
  id: "request",
  partnerId: null,
  locale: "en",
  reference: null,
  ruleSet: { id: "mtc-2020", hash: "" },
  status: "draft",
  answers: Object.fromEntries(steps.map((step) => [step, { of: step }])) as LogonRequestDraft["answers"],
  proof: isProved ? proof : null,
  openedAt: now,
  lastSeenAt: now,
  expiresAt: now
})

const evidenceSteps: ReadonlyArray<string> = ["tax-amount", "letter-id", "line-item"]

/** I14: the table of steps as people walk it. */
export const proveJourney = (): ReadonlyArray<ProofLine> => [
  counted("I14", "each step can be reached, can be left, and leads to steps that exist", (holds) => {
    const analysis = analyseSteps(logonRequestJourney, "taxpayer-type", "exit")
    for (const step of Object.keys(logonRequestJourney)) {
      const found = Object.values(analysis).some((steps) => steps.some((said: string) => said.split(" ")[0] === step))
      holds(!found, () => `${step}: ${JSON.stringify(analysis)}`)
      const leaves = step === "confirmation" || "cancel" in logonRequestJourney[step as StepId].on
      holds(leaves, () => `${step} cannot be cancelled`)
    }
  }),
  counted("I14", "Previous leads to the step that Next came from, and its answer is kept", (holds) => {
    for (const moves of forks) {
      const way = stepsOnTheWay(moves)
      way.forEach((step, at) => {
        const before = stepBefore(step, moves)
        holds(
          step === "confirmation" ? before === undefined : before === way[at - 1],
          () => `${step} on ${way.join(" ")}`
        )
        const steps = new Set<StepId>(way.slice(0, at))
        if (step !== "confirmation") holds(firstOpenStep(steps, moves) === step, () => `${step} is not the open step`)
      })
    }
  })
]

/** I19: what an answer that changes leaves behind. */
export const proveAnswers = (): ProofLine =>
  counted("I19", "a changed claim leaves no proof behind, and no answer that depended on it", (holds) => {
    for (const steps of subsets(answered)) {
      for (const isProved of [true, false]) {
        const draft = draftWith(steps, isProved)
        for (const step of answered) {
          const isClaim = logonRequestJourney[step].undoes.length > 0
          const undone = undoStep(draft, step).draft
          const after = changeAnswer(draft, step, { of: "changed" } as never, { lastSeenAt: now, expiresAt: now }).draft
          const others = isClaim && step !== "verification-type" ? evidenceSteps.filter((each) => each !== step) : []
          const rested = step === "verification-type" ? evidenceSteps : others
          const is =
            (isClaim ? after.proof === null && undone.proof === null : after.proof === draft.proof) &&
            rested.every((each) => !(each in after.answers)) &&
            steps.every((each) => isClaim || each in after.answers)
          holds(is, () => `${step} changed in a draft with ${steps.join(", ")}`)
        }
      }
    }
  })

const holdKinds: TaxpayerStanding["holds"] = ["identity-theft", "deceased", "legal", "registration-lock"]

const submitted: SubmittedState = {
  status: "submitted",
  evidence: "amount",
  email: "",
  submittedAt: now,
  activation: null,
  logonId: "logon",
  access: { accesses: [], contest: null },
  saysNotMe: false,
  isFrozen: false,
  letterRowId: null
}

/** I20: what processing makes of a request on which something is held. */
export const proveProcessing = (ruleSet: StateRuleSet): ProofLine =>
  counted("I20", "a taxpayer on hold is never approved, and neither is a closed account", (holds) => {
    const rules = { ...ruleSet, pin: { id: ruleSet.id, hash: "" } }
    const statuses = ["submitted", "approved", "referred", "denied", "activated", "expired"] as const
    for (const status of statuses) {
      for (const held of subsets(holdKinds)) {
        for (const [accountClosed, evidence] of [true, false].flatMap((closed) =>
          (["amount", "letterId"] as const).map((shown) => [closed, shown] as const)
        )) {
          const state: SubmittedState = { ...submitted, status, evidence }
          const decided = Result.getOrThrow(decideProcessing(state, { holds: held, accountClosed }, rules, now))
          const holding = held.filter((hold) => hold !== "registration-lock" || evidence === "amount")
          const isClear = holding.length === 0 && !accountClosed
          const approves = decided.events.some(({ _tag }) => _tag === "LogonRequestApproved")
          const expected = status === "submitted" && isClear
          const is =
            approves === expected && (decided.next.status === "approved") === (approves || status === "approved")
          holds(is, () => `${status} with ${held.join(", ")}${accountClosed ? ", closed" : ""}: ${decided.next.status}`)
        }
      }
    }
  })

/** I22: who takes the place of a Master Administrator. */
export const proveContest = ({ ask, policy }: StateRuleSet): ReadonlyArray<ProofLine> => [
  counted(
    "I22",
    "a letter outranks amounts; against access that rests on a letter, only one mailed at the opening of the contest or later does",
    (holds) => {
      for (const facts of factsOfSpace({ contest: questionSpaces(policy).contest["contest"]! })) {
        const { evidence, letterMailedAt, letterStands, openedAt, staffOnly } = facts[
          "contest"
        ] as unknown as ContestFacts["contest"]
        const takes = ask.contest.decide(facts as unknown as ContestFacts)._tag === "Accepted"
        const isNewer = openedAt !== null && letterMailedAt !== null && letterMailedAt >= openedAt
        holds(takes === (evidence === "letterId" && !staffOnly && (!letterStands || isNewer)), () =>
          JSON.stringify(facts)
        )
      }
    }
  ),
  counted(
    "I22",
    "until the time to contest it is over, a role that rests on an amount grants nothing; during a contest, no role does",
    (holds) => {
      const days = policy.access.confirmationHoldDays
      for (const evidence of ["amount", "lineItem", "letterId"] as const) {
        for (const letterCodeEntered of [true, false]) {
          for (const effectiveDays of Array.from({ length: days + 2 }, (_, day) => day)) {
            for (const contestOpen of [true, false]) {
              const facts = { granting: { evidence, contestOpen, letterCodeEntered, effectiveDays } }
              const may = ask.granting.decide(facts)._tag === "Accepted"
              const isSure = evidence === "letterId" || letterCodeEntered || effectiveDays >= days
              holds(may === (isSure && !contestOpen), () => JSON.stringify(facts))
            }
          }
        }
      }
    }
  )
]
