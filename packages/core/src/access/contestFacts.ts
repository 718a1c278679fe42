import type { FactSheet } from "../engine/Rule.ts"
import type { Evidence } from "../verification/claimKinds.ts"

/** What is read when a person is verified for a taxpayer to whom others have access. @rule D-25 */
export interface ContestFacts {
  readonly contest: {
    /** What the newcomer proved with. */
    readonly evidence: Evidence
    /** Somebody who has access stands on a letter. */
    readonly letterStands: boolean
    /** When the contest began, in milliseconds since 1970-01-01T00:00:00Z; null: there is none. */
    readonly openedAt: number | null
    /** A code from the previous address began it: only staff end it. */
    readonly staffOnly: boolean
    /** When the newcomer's letter was mailed, the same; null where no letter is the evidence. */
    readonly letterMailedAt: number | null
  }
}

/** What is read when a Master Administrator grants, promotes or transfers. @rule D-25 */
export interface GrantingFacts {
  readonly granting: {
    /** What the Master Administrator proved with. */
    readonly evidence: Evidence
    /** A contest is open on the taxpayer. */
    readonly contestOpen: boolean
    /** Whether they entered the code of a letter since. */
    readonly letterCodeEntered: boolean
    /** Whole days since their role became effective. */
    readonly effectiveDays: number
  }
}

/** How the facts are called, and how staff may see them: nobody outside learns of another person. */
export const contestFacts: FactSheet<ContestFacts> = {
  "contest.letterStands": {
    label: "whether somebody stands on a letter",
    field: null,
    secret: true,
    of: ({ contest }) => contest.letterStands,
    show: String
  },
  "contest.staffOnly": {
    label: "whether only staff end the contest",
    field: null,
    secret: true,
    of: ({ contest }) => contest.staffOnly,
    show: String
  },
  "contest.openedAt": {
    label: "the beginning of the contest (ms)",
    field: null,
    secret: true,
    of: ({ contest }) => contest.openedAt,
    show: String
  },
  "contest.evidence": {
    label: "the newcomer's evidence",
    field: null,
    secret: true,
    of: ({ contest }) => contest.evidence,
    show: String
  },
  "contest.letterMailedAt": {
    label: "when the newcomer's letter was mailed (ms)",
    field: null,
    secret: true,
    of: ({ contest }) => contest.letterMailedAt,
    show: String
  }
}

/** The same of what granting asks. */
export const grantingFacts: FactSheet<GrantingFacts> = {
  "granting.evidence": {
    label: "the Master Administrator's evidence",
    field: null,
    secret: false,
    of: ({ granting }) => granting.evidence,
    show: String
  },
  "granting.contestOpen": {
    label: "whether a contest is open",
    field: null,
    secret: false,
    of: ({ granting }) => granting.contestOpen,
    show: String
  },
  "granting.letterCodeEntered": {
    label: "whether a letter code was entered",
    field: null,
    secret: false,
    of: ({ granting }) => granting.letterCodeEntered,
    show: String
  },
  "granting.effectiveDays": {
    label: "the days since the role became effective",
    field: null,
    secret: false,
    of: ({ granting }) => granting.effectiveDays,
    show: String
  }
}
