import type { Parsed } from "../engine/Parsed.ts"

export type TaxpayerIdentifierIssue = "issue.id-missing" | "issue.id-not-nine-digits"

/**
 * Reads a typed SSN, ITIN or FEIN as its nine digits.
 *
 * **Details**
 *
 * Spaces and hyphens may stand anywhere: `900-12-6789` is `900126789`. Whether the digits can be such a number is a rule
 * (`isIdNumber`).
 *
 * **Gotchas**
 *
 * A masked number (`***-**-6789`) is none: what was not touched is not sent again.
 *
 * @rule D-22
 */
export const parseTaxpayerIdentifier = (typed: string): Parsed<string, TaxpayerIdentifierIssue> => {
  const digits = typed.replaceAll(/[\s\-‐-―]/gu, "")
  if (digits === "") return { issue: "issue.id-missing" }
  return /^\d{9}$/u.test(digits) ? { value: digits } : { issue: "issue.id-not-nine-digits" }
}
