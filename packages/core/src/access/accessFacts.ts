import type { FactSheet } from "../engine/Rule.ts"
import type { AccountType } from "../taxpayer/AccountType.ts"
import type { Hold } from "../taxpayer/TaxpayerRecords.ts"

/** What the access rules read. */
export interface AccessFacts {
  readonly access: {
    /** Whether the taxpayer has a Master Administrator, reserved or effective. */
    readonly masterExists: boolean
    /** The account that was verified. */
    readonly accountType: AccountType
    readonly taxProfessional: boolean
    readonly termsAccepted: boolean
    /** The version that was accepted, ISO 8601 day. */
    readonly termsVersion: string
  }
}

/** What is asked of the records when a submitted request is processed. */
export interface ProcessingFacts {
  readonly request: {
    readonly holds: ReadonlyArray<Hold>
    /** The verified tax account is closed to online access. */
    readonly accountClosed: boolean
  }
}

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
