import type { Parsed } from "../engine/Parsed.ts"
import { isWebAddress } from "./isWebAddress.ts"

export type PersonNameIssue = "issue.name-missing" | "issue.name-malformed" | "issue.name-address"

/** Controls, what breaks a line or turns text round, and what nobody sees: fillers, selectors, the blank of braille. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u

/** A zero-width joiner or non-joiner between two letters: Persian, Bengali or Sinhala names are not written without. */
const joinerInWord = /([\p{L}\p{M}])[\u200C\u200D](?=[\p{L}\p{M}])/gu

/** An at sign, or a dot that no space follows, between numbers or before two letters. `J.R.R. Tolkien` has none of them. */
const address = /@|[.。][\p{L}\p{M}\p{N}]{2}|\p{N}[.。]\p{N}/u

/**
 * Reads the full name of a person: trimmed, single spaces, NFC.
 *
 * **Gotchas**
 *
 * It refuses line breaks and bidirectional controls, so that none reaches a mail header or reverses a page's text. It
 * refuses addresses too, or our own mail would carry a stranger's link. Names can have apostrophes, digits and `<`:
 * escape a name when you print it.
 */
export const parsePersonName = (typed: string): Parsed<string, PersonNameIssue> => {
  if (hidden.test(typed.replaceAll(joinerInWord, "$1"))) return { issue: "issue.name-malformed" }
  const name = typed.normalize("NFC").trim().replaceAll(/\s+/gu, " ")
  if (isWebAddress(name) || address.test(name.normalize("NFKC"))) return { issue: "issue.name-address" }
  return name === "" ? { issue: "issue.name-missing" } : { value: name }
}
