import { Answers, receiptViewSchema } from "@mtc-logon/core/logon-request"
import type { LogonRequestDraft } from "@mtc-logon/core/logon-request"
import { evidences } from "@mtc-logon/core/verification"
import type { TaxpayerIdentifier } from "@mtc-logon/core/taxpayer"
import { DateTime } from "effect"
import * as Schema from "effect/Schema"
import type { logonRequestDraftTable } from "../database/logonRequestTable.ts"
import type { Digests } from "../secrets/Digests.ts"
import type { Sealing } from "../secrets/Sealing.ts"
import { sealedJson } from "../secrets/sealedJson.ts"

type DraftRow = typeof logonRequestDraftTable.$inferSelect

const table = "logon_request_draft"

const sealedAnswers = sealedJson(Answers)

const sealedProof = sealedJson(
  Schema.Struct({
    decisionId: Schema.String,
    evidence: Schema.Literals(evidences),
    letterId: Schema.NullOr(Schema.RedactedFromValue(Schema.String)),
    role: receiptViewSchema.fields.role,
    logonExists: Schema.Boolean,
    saysNotMe: Schema.optionalKey(Schema.Boolean)
  })
)

/** The draft that a row keeps. */
export const draftOf = (sealing: Sealing["Service"], row: DraftRow): LogonRequestDraft => ({
  id: row.id,
  status: "draft",
  partnerId: row.partnerId,
  locale: row.locale,
  reference: row.reference,
  ruleSet: { id: row.ruleSetId, hash: row.ruleSetHash },
  answers: sealedAnswers.open(sealing, { table, column: "answers", row: row.id }, row.answers),
  proof: row.proof === null ? null : sealedProof.open(sealing, { table, column: "proof", row: row.id }, row.proof),
  openedAt: DateTime.fromDateUnsafe(row.openedAt),
  lastSeenAt: DateTime.fromDateUnsafe(row.lastSeenAt),
  expiresAt: DateTime.fromDateUnsafe(row.expiresAt)
})

/** The taxpayer that a draft names, where it names one. */
export const taxpayerIn = ({ answers }: Pick<LogonRequestDraft, "answers">): TaxpayerIdentifier | undefined => {
  const given = answers["taxpayer-id"]
  return given && { idType: given.idType, digits: given.id }
}

/** The digests that rows of a draft's taxpayer may have, under whatever key; none where it names no taxpayer. */
export const ownersOf = (digests: Digests["Service"], draft: LogonRequestDraft): ReadonlyArray<string> => {
  const taxpayer = taxpayerIn(draft)
  return taxpayer === undefined ? [] : digests.allOfTaxpayer(taxpayer)
}

/** What the taxpayer of a draft is locked by: its digest under the key in force; the draft's id where it names none. */
export const lockOfDraft = (digests: Digests["Service"], draft: LogonRequestDraft): string => {
  const taxpayer = taxpayerIn(draft)
  return taxpayer === undefined ? draft.id : digests.ofTaxpayer(taxpayer)
}

/** What of a draft changes while it is answered, as its row keeps it. */
export const draftColumns = (
  sealing: Sealing["Service"],
  digests: Digests["Service"],
  { answers, expiresAt, id, lastSeenAt, proof }: LogonRequestDraft
) => {
  const taxpayer = taxpayerIn({ answers })
  return {
    answers: sealedAnswers.seal(sealing, { table, column: "answers", row: id }, answers),
    proof: proof === null ? null : sealedProof.seal(sealing, { table, column: "proof", row: id }, proof),
    taxpayerDigest: taxpayer === undefined ? null : digests.ofTaxpayer(taxpayer),
    letterDigest: proof === null || proof.letterId === null ? null : digests.of("letter", proof.letterId),
    lastSeenAt: DateTime.toDateUtc(lastSeenAt),
    expiresAt: DateTime.toDateUtc(expiresAt)
  }
}

/** A draft's columns with nothing of what was typed. */
export const emptyDraft = (sealing: Sealing["Service"], id: string) => ({
  answers: sealedAnswers.seal(sealing, { table, column: "answers", row: id }, {}),
  proof: null,
  taxpayerDigest: null,
  letterDigest: null
})
