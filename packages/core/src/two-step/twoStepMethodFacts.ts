import type { twoStepMethodFactsSchema } from "./twoStepFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the rules of a way to get codes read. */
export type TwoStepMethodFacts = typeof twoStepMethodFactsSchema.Type

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
