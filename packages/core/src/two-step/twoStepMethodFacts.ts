import type { FactSheet } from "../engine/Rule.ts"
import type { TwoStepKind } from "../logon/Logon.ts"

/** What the rules of a way to get codes read. */
export interface TwoStepMethodFacts {
  readonly method: {
    readonly kind: TwoStepKind
    /** Whether it works already. */
    readonly confirmed: boolean
    /** How many others of the logon work. */
    readonly others: number
  }
}

/** How the facts are called, and how staff may see them. */
export const twoStepMethodFacts: FactSheet<TwoStepMethodFacts> = {
  "method.confirmed": {
    label: "whether the way is confirmed",
    field: null,
    secret: false,
    of: ({ method }) => method.confirmed,
    show: String
  },
  "method.others": {
    label: "the other confirmed ways",
    field: "method",
    secret: false,
    of: ({ method }) => method.others,
    show: String
  },
  "method.kind": {
    label: "the kind of the way",
    field: "kind",
    secret: false,
    of: ({ method }) => method.kind,
    show: String
  }
}
