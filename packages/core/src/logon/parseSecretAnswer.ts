import type { Parsed } from "../engine/Parsed.ts"

export type SecretAnswerIssue = "issue.secret-answer-missing" | "issue.secret-answer-malformed"

/**
 * Reads a secret answer as it is hashed and compared.
 *
 * **Details**
 *
 * NFKC, lower case, single spaces, trimmed: `"  New   BEDFORD"` is `"new bedford"`.
 *
 * @rule D-20
 */
export const parseSecretAnswer = (typed: string): Parsed<string, SecretAnswerIssue> => {
  // Halves of characters are all hashed alike.
  if (/\p{Cs}/u.test(typed)) return { issue: "issue.secret-answer-malformed" }
  const answer = typed.normalize("NFKC").toLowerCase().trim().replaceAll(/\s+/gu, " ")
  return answer === "" ? { issue: "issue.secret-answer-missing" } : { value: answer }
}
