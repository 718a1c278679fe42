import type { Parsed } from "../engine/Parsed.ts"

export type PersonNameIssue = "issue.name-missing" | "issue.name-malformed"

/** Control characters, and those that turn or hide text: bidi controls, zero-width space, byte order mark. */
const hidden = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/u

/**
 * Reads the full name of a person: trimmed, single spaces, NFC.
 *
 * **Gotchas**
 *
 * A line break or a bidi control makes it no name, so that none reaches a mail header or turns a page's text round. Names
 * have apostrophes, digits and `<`: whoever prints one escapes it.
 */
export const parsePersonName = (typed: string): Parsed<string, PersonNameIssue> => {
  if (hidden.test(typed)) return { issue: "issue.name-malformed" }
  const name = typed.normalize("NFC").trim().replaceAll(/\s+/gu, " ")
  return name === "" ? { issue: "issue.name-missing" } : { value: name }
}
