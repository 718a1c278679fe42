import { isWebAddress } from "../contact/isWebAddress.ts"
import type { Parsed } from "../engine/Parsed.ts"

export type UsernameIssue = "issue.username-missing" | "issue.username-address"

/**
 * Reads a username that is chosen: trimmed. What else it must be is a rule.
 *
 * **Gotchas**
 *
 * Our mails print it: it must not carry a stranger's link. A dot is no sign of one: `good.elmo` is the source's own example.
 *
 * @rule D-18
 */
export const parseUsername = (typed: string): Parsed<string, UsernameIssue> => {
  const username = typed.trim()
  if (username === "") return { issue: "issue.username-missing" }
  return isWebAddress(username) ? { issue: "issue.username-address" } : { value: username }
}
