import type { FiledReturn } from "./FiledReturn.ts"
import type { LetterOnFile } from "./LetterOnFile.ts"

/** Everything on file for a number, in any order; empty lists for an unknown number. */
export interface TaxpayerRecord {
  readonly returns: ReadonlyArray<FiledReturn>
  readonly letters: ReadonlyArray<LetterOnFile>
  /** Day of the decision in America/New_York, ISO 8601: `2020-11-20`. @rule R-44 */
  readonly today: string
}
