import type { Parsed } from "../engine/Parsed.ts"

export type LetterIdIssue = "issue.letter-id-missing" | "issue.letter-id-malformed"

/**
 * Reads a typed letter ID as `L` and ten digits.
 *
 * **Details**
 *
 * It accepts spaces, hyphens and lower case: `l 012-345-6789` is `L0123456789`.
 *
 * @rule D-07
 */
export const parseLetterId = (typed: string): Parsed<string, LetterIdIssue> => {
  const text = typed.replaceAll(/[\s\-‐-―]/gu, "").toUpperCase()
  if (text === "") return { issue: "issue.letter-id-missing" }
  return /^L\d{10}$/u.test(text) ? { value: text } : { issue: "issue.letter-id-malformed" }
}
