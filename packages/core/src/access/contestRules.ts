import { over } from "../engine/Rule.ts"
import type { AccessPolicy } from "./AccessPolicy.ts"
import { contestFacts, grantingFacts } from "./contestFacts.ts"
import type { ContestFacts, GrantingFacts } from "./contestFacts.ts"

const contested = over<ContestFacts, AccessPolicy>(contestFacts)

/** The words for a newcomer who does not take another's place: nothing of the other is told. */
const notInTheirPlace = {
  message: "decision.not-finished-online",
  remedies: ["remedy.request-letter", "remedy.call"]
} as const

export const contestIsOpen = contested.rule({
  id: "D-25a",
  title: "A contest is open: a second verified registration, or a code that says this was not me",
  cites: [{ decision: "D-25" }],
  reads: ["contest.openedAt"],
  check: ({ contest }) => contest.openedAt !== null,
  ...notInTheirPlace
})

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

export const letterIsNewerThanTheContest = contested.rule({
  id: "D-25c",
  title: "That letter was mailed after the contest began",
  cites: [{ decision: "D-25" }],
  reads: ["contest.openedAt", "contest.letterMailedAt"],
  check: ({ contest: { letterMailedAt, openedAt } }) =>
    openedAt !== null && letterMailedAt !== null && letterMailedAt > openedAt,
  ...notInTheirPlace
})

/** Does the newcomer become the Master Administrator in place of the one there is? */
export const contest = contested.question({
  id: "contest",
  refusedUnless: [contestIsOpen, newcomerHasALetter, letterIsNewerThanTheContest],
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

/** May this Master Administrator grant, promote and transfer? */
export const granting = granted.question({
  id: "granting",
  refusedUnless: [masterIsConfirmed],
  reads: [],
  grants: () => "may-grant" as const,
  secretAnswer: notInTheirPlace
})
