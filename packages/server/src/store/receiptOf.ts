import { receiptViewSchema } from "@mtc-logon/core/logon-request"
import type { ReceiptView } from "@mtc-logon/core/logon-request"
import * as Schema from "effect/Schema"
import type { logonRequestTable } from "../database/logonRequestTable.ts"
import { sealedJson } from "../secrets/sealedJson.ts"
import type { Sealing } from "../secrets/Sealing.ts"

type Receipt = Omit<ReceiptView, "pin">

const sealedReceipt = sealedJson(
  Schema.Struct({
    confirmationNumber: Schema.String,
    submittedAt: Schema.String,
    username: Schema.String,
    role: receiptViewSchema.fields.role
  })
)

const placeOf = (id: string) => ({ table: "logon_request", column: "receipt", row: id })

/** The receipt that was given for a request, without the PIN, which was told once. */
export const receiptOf = (
  sealing: Sealing["Service"],
  { id, receipt }: Pick<typeof logonRequestTable.$inferSelect, "id" | "receipt">
): Receipt => sealedReceipt.open(sealing, placeOf(id), receipt)

export const sealReceipt = (sealing: Sealing["Service"], id: string, receipt: Receipt): Uint8Array =>
  sealedReceipt.seal(sealing, placeOf(id), receipt)
