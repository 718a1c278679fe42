import type { Parsed } from "../engine/Parsed.ts"

export type RecoveryCodeIssue = "issue.recovery-code-missing" | "issue.recovery-code-malformed"

/** What a hand writes for another: Crockford's base 32 has no I, L, O and U. */
const meant: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0" }

/**
 * Reads a recovery code as its letters and digits, sixteen, or as many as the policy says.
 *
 * **Details**
 *
 * Spaces, hyphens and lower case are fine, and what looks alike is taken for what it looks like: `7hk2-oi4v ...` is
 * `7HK2014V...`.
 *
 * @rule D-49
 */
export const parseRecoveryCode = (typed: string, characters = 16): Parsed<string, RecoveryCodeIssue> => {
  const text = typed.replaceAll(/[\s\-‐-―]/gu, "").toUpperCase()
  if (text === "") return { issue: "issue.recovery-code-missing" }
  const code = text.replaceAll(/[ILO]/gu, (letter) => meant[letter] ?? letter)
  return code.length === characters && /^[0-9A-HJKMNP-TV-Z]+$/u.test(code)
    ? { value: code }
    : { issue: "issue.recovery-code-malformed" }
}

/** A recovery code as it is printed, in groups of four: `7HK2-014V-Q9XT-3MZB`. @rule D-49 */
export const formatRecoveryCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/gu, "$1-")
