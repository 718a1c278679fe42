import type { Parsed } from "../engine/Parsed.ts"

/** Why a typed text is not an amount: wording ids. */
export type UsdIssue =
  | "issue.amount-missing"
  | "issue.amount-malformed"
  | "issue.amount-too-many-decimals"
  | "issue.amount-too-large"

/** `$999,999,999.99` in cents. */
const largest = 99_999_999_999

/**
 * Reads what a person typed into an amount field as whole US cents.
 *
 * **Details**
 *
 * `"$1,234.50"`, `"1234.5"`, `" 1 234.50 "` are all `123450`. Largest: `$999,999,999.99`. Zero is a valid amount here;
 * a rule decides that it proves nothing.
 *
 * **Gotchas**
 *
 * It accepts no exponent, no sign, and only ASCII digits: `1e5`, `-1` and `１００` are not amounts. Commas and spaces are
 * valid only before groups of three digits: `1,50` has a decimal comma, and reading it as 150 would be wrong.
 *
 * @rule R-10
 */
export const parseUsd = (typed: string): Parsed<number, UsdIssue> => {
  const text = typed.trim().replace(/^\$\s*/u, "")
  if (text === "") return { issue: "issue.amount-missing" }
  const parts = /^(\d+|\d{1,3}(?:[,\s]\d{3})+)(?:\.(\d*))?$/u.exec(text)
  if (parts === null) return { issue: "issue.amount-malformed" }
  const [, dollars = "", cents = ""] = parts
  if (cents.length > 2) return { issue: "issue.amount-too-many-decimals" }
  const amount = Number(dollars.replaceAll(/[,\s]/gu, "")) * 100 + Number(cents.padEnd(2, "0"))
  return amount > largest ? { issue: "issue.amount-too-large" } : { value: amount }
}
