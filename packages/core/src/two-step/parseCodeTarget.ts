import { isPhoneNumber } from "../contact/isPhoneNumber.ts"
import { parseEmailAddress } from "../contact/parseEmailAddress.ts"
import { parsePhoneNumber } from "../contact/parsePhoneNumber.ts"
import type { Parsed } from "../engine/Parsed.ts"

/**
 * Reads where security codes are to go: an e-mail address, or a phone number as E.164.
 *
 * **Details**
 *
 * Text messages go to numbers of North America only, so that nobody has the server send to where each costs a lot; the sandbox takes only numbers that nobody has.
 *
 * @rule R-32 @rule R-33 @rule D-22
 */
export const parseCodeTarget = (
  kind: "sms" | "email",
  typed: string,
  idRanges: "live" | "sandbox"
): Parsed<string, string> => {
  if (kind === "email") return parseEmailAddress(typed)
  const parsed = parsePhoneNumber(typed, "US")
  if ("issue" in parsed) return parsed
  return isPhoneNumber(parsed.value, idRanges) ? parsed : { issue: "issue.phone-malformed" }
}
