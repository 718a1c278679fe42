import type { FactSheet } from "../engine/Rule.ts"
import { maskTaxpayerIdentifier } from "../taxpayer/maskTaxpayerIdentifier.ts"
import { isAmountKind } from "./claimKinds.ts"
import type { verificationFactsSchema } from "./verificationFactsSchema.ts"

/** What the verification rules read. */
export type VerificationFacts = typeof verificationFactsSchema.Type

const hidden = () => "***"
const maskedId = (id: string) => maskTaxpayerIdentifier(id, "SSN")

/** How the facts are called, and how staff may see them. */
export const verificationFacts: FactSheet<VerificationFacts> = {
  "claim.taxpayerType": {
    label: "the taxpayer type",
    field: "taxpayerType",
    secret: false,
    of: ({ claim }) => claim.taxpayerType,
    show: String
  },
  "claim.idType": {
    label: "the ID type",
    field: "idType",
    secret: false,
    of: ({ claim }) => claim.idType,
    show: String
  },
  "claim.id": { label: "the ID", field: "id", secret: false, of: ({ claim }) => claim.id, show: maskedId },
  "claim.accountType": {
    label: "the account type",
    field: "accountType",
    secret: false,
    of: ({ claim }) => claim.accountType,
    show: String
  },
  "claim.kind": {
    label: "the kind of evidence",
    field: (kind) => (isAmountKind(kind) ? "amountKind" : "verificationType"),
    secret: false,
    of: ({ claim }) => claim.kind,
    show: String
  },
  "claim.amount": {
    label: "the amount",
    field: "amount",
    secret: false,
    of: ({ claim }) => claim.amount,
    show: hidden
  },
  "claim.letterId": {
    label: "the letter ID",
    field: "letterId",
    secret: false,
    of: ({ claim }) => claim.letterId,
    show: hidden
  },
  "record.returns": {
    label: "the number of filed returns",
    field: null,
    secret: true,
    of: ({ record }) => record.returns,
    show: (returns) => returns.length.toString()
  },
  "record.letters": {
    label: "the number of letters sent",
    field: null,
    secret: true,
    of: ({ record }) => record.letters,
    show: (letters) => letters.length.toString()
  },
  "record.today": {
    label: "today's date",
    field: null,
    secret: false,
    of: ({ record }) => record.today,
    show: String
  },
  "attempts.amountFailures": {
    label: "the failed amounts in the window",
    field: null,
    secret: false,
    of: ({ attempts }) => attempts.amountFailures,
    show: String
  },
  "attempts.amountFailuresInYear": {
    label: "the failed amounts in a year",
    field: null,
    secret: false,
    of: ({ attempts }) => attempts.amountFailuresInYear,
    show: String
  },
  "attempts.letterFailures": {
    label: "the failed letter IDs of this network in the window",
    field: null,
    secret: false,
    of: ({ attempts }) => attempts.letterFailures,
    show: String
  },
  "attempts.letterFailuresLately": {
    label: "the failed letter IDs of this network in the last minutes",
    field: null,
    secret: false,
    of: ({ attempts }) => attempts.letterFailuresLately,
    show: String
  },
  "attempts.letterFailuresEverywhere": {
    label: "the failed letter IDs of all networks in the window",
    field: null,
    secret: false,
    of: ({ attempts }) => attempts.letterFailuresEverywhere,
    show: String
  }
}
