import type { Parsed } from "../engine/Parsed.ts"

export type PinIssue = "issue.pin-missing" | "issue.pin-malformed"

/** Reads a PIN: ASCII digits, spaces around them dropped. How many there are is a rule. @rule D-17 */
export const parsePin = (typed: string): Parsed<string, PinIssue> => {
  const pin = typed.trim()
  if (pin === "") return { issue: "issue.pin-missing" }
  return /^\d+$/u.test(pin) ? { value: pin } : { issue: "issue.pin-malformed" }
}
