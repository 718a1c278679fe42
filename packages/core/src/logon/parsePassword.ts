import type { Parsed } from "../engine/Parsed.ts"

export type PasswordIssue = "issue.password-missing" | "issue.password-malformed"

/** What OpaqueString of RFC 8265 excludes and a person can get into a field: controls, line breaks, half a character. */
const excluded = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u

/**
 * Reads a password that is chosen: as it was typed, never trimmed or cut.
 *
 * **Gotchas**
 *
 * Halves of characters are all hashed alike, and a line break gets lost in many a field: a person could not log in again.
 *
 * @rule D-64
 */
export const parsePassword = (typed: string): Parsed<string, PasswordIssue> => {
  if (typed === "") return { issue: "issue.password-missing" }
  return excluded.test(typed) ? { issue: "issue.password-malformed" } : { value: typed }
}
