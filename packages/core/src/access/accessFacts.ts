import type { accessFactsSchema, processingFactsSchema } from "./accessFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the access rules read. */
export type AccessFacts = typeof accessFactsSchema.Type

/** What is asked of the records when a submitted request is processed. */
export type ProcessingFacts = typeof processingFactsSchema.Type

/** How the facts are called, and how staff may see them. */
export const accessFacts: FactSheet<AccessFacts> = {
  "access.masterExists": {
    label: "whether a Master Administrator exists",
    field: null,
    secret: true,
    of: ({ access }) => access.masterExists,
    show: String
  },
  "access.accountType": {
    label: "the verified account",
    field: "accountType",
    secret: false,
    of: ({ access }) => access.accountType,
    show: String
  },
  "access.taxProfessional": {
    label: "whether this is a tax professional",
    field: "taxProfessional",
    secret: false,
    of: ({ access }) => access.taxProfessional,
    show: String
  },
  "access.termsVersion": {
    label: "the version of the terms",
    field: "termsVersion",
    secret: false,
    of: ({ access }) => access.termsVersion,
    show: String
  },
  "access.termsAccepted": {
    label: "whether the terms are accepted",
    field: "accepted",
    secret: false,
    of: ({ access }) => access.termsAccepted,
    show: String
  }
}

/** The same of what processing asks: nobody outside learns of a hold. */
export const processingFacts: FactSheet<ProcessingFacts> = {
  "request.holds": {
    label: "the holds on the taxpayer",
    field: null,
    secret: true,
    of: ({ request }) => request.holds,
    show: (holds) => (holds.length === 0 ? "none" : holds.join(", "))
  },
  "request.accountClosed": {
    label: "whether the account is closed to online access",
    field: null,
    secret: true,
    of: ({ request }) => request.accountClosed,
    show: String
  }
}
