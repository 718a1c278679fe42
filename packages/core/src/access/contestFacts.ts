import type { contestFactsSchema, grantingFactsSchema } from "./accessFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What is read when a person is verified for a taxpayer to whom others have access. @rule D-25 */
export type ContestFacts = typeof contestFactsSchema.Type

/** What is read when a Master Administrator grants, promotes or transfers. @rule D-25 */
export type GrantingFacts = typeof grantingFactsSchema.Type

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
