import * as Schema from "effect/Schema"
import { sealedJson } from "../secrets/sealedJson.ts"

/** Where a sealed column of a notice stands. */
export const noticePlace = (row: string, column: "taxpayer" | "recipient") => ({ table: "notice", column, row })

/** Whose number a letter is about. */
export const sealedTaxpayer = sealedJson(
  Schema.Struct({ idType: Schema.Literals(["SSN", "ITIN", "FEIN"]), digits: Schema.RedactedFromValue(Schema.String) })
)

/** Who a notice goes to: an address of a mailbox, or the lines of an envelope. */
export const sealedRecipient = sealedJson(
  Schema.Struct({
    name: Schema.String,
    address: Schema.optionalKey(Schema.String),
    lines: Schema.optionalKey(Schema.Array(Schema.String))
  })
)
