import { over } from "../engine/Rule.ts"
import type { AccessPolicy } from "./accessSheet.ts"
import { contestFacts, grantingFacts } from "./contestFacts.ts"
import type { ContestFacts, GrantingFacts } from "./contestFacts.ts"

const contested = over<ContestFacts, AccessPolicy>(contestFacts)

/** The words for a newcomer who does not take another's place: nothing of the other is told. */
const notInTheirPlace = {
  message: "decision.not-finished-online",
  remedies: ["remedy.request-letter", "remedy.call"]
} as const

export const newcomerHasALetter = contested.rule({
  id: "D-25b",
  title: "A letter outranks an amount: the newcomer proved with a letter",
  cites: [
    { decision: "D-25" },
    { source: "NIST SP 800-63A-4, confirmation codes", url: "https://pages.nist.gov/800-63-4/sp800-63a.html" }
  ],
  reads: ["contest.evidence"],
  check: ({ contest }) => contest.evidence === "letterId",
  ...notInTheirPlace
})

export const letterEndsTheContest = contested.rule({
  id: "D-62a",
  title: "No code from the previous address opened the contest: such a contest is ended by staff",
  cites: [{ decision: "D-60" }, { decision: "D-62" }],
  reads: ["contest.staffOnly"],
  check: ({ contest }) => !contest.staffOnly,
  ...notInTheirPlace
})

export const letterIsNewerThanTheContest = contested.rule({
  id: "D-25c",
  title: "Where somebody stands on a letter, the newcomer's letter was mailed when the contest opened, or after",
  cites: [{ decision: "D-25" }, { decision: "D-62" }],
  reads: ["contest.letterStands", "contest.openedAt", "contest.letterMailedAt"],
  check: ({ contest: { letterMailedAt, letterStands, openedAt } }) =>
    !letterStands || (openedAt !== null && letterMailedAt !== null && letterMailedAt >= openedAt),
  ...notInTheirPlace
})

/** Does the newcomer become the Master Administrator in place of everybody who is there? */
export const contest = contested.question({
  id: "contest",
  refusedUnless: [newcomerHasALetter, letterEndsTheContest, letterIsNewerThanTheContest],
  reads: [],
  grants: () => "takes-the-role" as const,
  secretAnswer: notInTheirPlace
})

const granted = over<GrantingFacts, AccessPolicy>(grantingFacts)

export const masterIsConfirmed = granted.rule({
  id: "D-25d",
  title: "Who proved with an amount has entered a letter code, or the time to contest it is over",
  cites: [{ decision: "D-25" }],
  when: granted.choice("granting.evidence").isNot("letterId"),
  reads: ["granting.letterCodeEntered", "granting.effectiveDays"],
  check: ({ granting }, { access }) =>
    granting.letterCodeEntered || granting.effectiveDays >= access.confirmationHoldDays,
  message: "issue.master-not-confirmed",
  params: ({ access }) => ({ days: access.confirmationHoldDays }),
  remedies: ["remedy.request-letter", "remedy.wait"]
})

export const noContestIsOpen = granted.rule({
  id: "D-60a",
  title: "While a contest is open nobody grants, promotes, transfers or closes registration",
  cites: [{ decision: "D-60" }],
  reads: ["granting.contestOpen"],
  check: ({ granting }) => !granting.contestOpen,
  message: "issue.contest-open",
  remedies: ["remedy.request-letter", "remedy.call"]
})

/** May this Master Administrator grant, promote and transfer? */
export const granting = granted.question({
  id: "granting",
  refusedUnless: [noContestIsOpen, masterIsConfirmed],
  reads: [],
  grants: () => "may-grant" as const,
  secretAnswer: notInTheirPlace
})
