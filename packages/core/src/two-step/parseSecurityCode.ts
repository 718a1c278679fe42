import type { Parsed } from "../engine/Parsed.ts"

export type SecurityCodeIssue = "issue.security-code-missing" | "issue.security-code-malformed"

/**
 * Reads a security code as its digits, six, or as many as the policy says.
 *
 * **Details**
 *
 * Spaces, hyphens and a leading `#` are fine: `#400 533` is `400533`.
 *
 * @rule D-14
 */
export const parseSecurityCode = (typed: string, digits = 6): Parsed<string, SecurityCodeIssue> => {
  const code = typed.replaceAll(/[\s\-‐-―]/gu, "").replace(/^#/u, "")
  if (code === "") return { issue: "issue.security-code-missing" }
  return code.length === digits && /^\d+$/u.test(code) ? { value: code } : { issue: "issue.security-code-malformed" }
}
