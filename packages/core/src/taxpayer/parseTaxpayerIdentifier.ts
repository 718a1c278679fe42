import type { Parsed } from "../engine/Parsed.ts"
import type { IdType } from "./IdType.ts"

export type TaxpayerIdentifierIssue = "issue.id-missing" | "issue.id-not-nine-digits" | "issue.id-malformed"

const separator = String.raw`[\s\-‐-―]`
const separators = new RegExp(separator, "gu")

/** Nine digits as a person's number is written, 3-2-4, and as a firm's is, 2-7. */
const asPersons = new RegExp(String.raw`^\d{3}${separator}+\d{2}${separator}+\d{4}$`, "u")
const asFirms = new RegExp(String.raw`^\d{2}${separator}+\d{7}$`, "u")

/**
 * Reads a typed SSN, ITIN or FEIN as its nine digits.
 *
 * **Details**
 *
 * It accepts spaces and hyphens (`900-12-6789` is `900126789`), but not in the grouping of the other type: `12-3456789`
 * is not an SSN and `123-45-6789` is not an FEIN. Without a type, any grouping is valid. A rule decides whether the
 * digits can be such a number (`isIdNumber`).
 *
 * **Gotchas**
 *
 * A masked number (`***-**-6789`) is not a number: a page does not send an unchanged number again.
 *
 * @rule D-22 @rule D-66
 */
export const parseTaxpayerIdentifier = (
  typed: string,
  idType: IdType | null
): Parsed<string, TaxpayerIdentifierIssue> => {
  const digits = typed.replaceAll(separators, "")
  if (digits === "") return { issue: "issue.id-missing" }
  if (!/^\d{9}$/u.test(digits)) return { issue: "issue.id-not-nine-digits" }
  const ofTheOther = idType === "FEIN" ? asPersons : asFirms
  return idType !== null && ofTheOther.test(typed.trim()) ? { issue: "issue.id-malformed" } : { value: digits }
}
