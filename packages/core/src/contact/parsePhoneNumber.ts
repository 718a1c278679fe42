import type { Parsed } from "../engine/Parsed.ts"

export type PhoneNumberIssue =
  | "issue.phone-missing"
  | "issue.phone-not-ten-digits"
  | "issue.phone-malformed"
  | "issue.phone-country-unknown"

/** Countries that can be read, by ISO 3166-1 code: what is dialled before a national number (ITU-T E.164), and what is dropped of one. Which of them may be given, a policy says (`phoneCountries`). */
const countries: Readonly<Record<string, { readonly code: string; readonly trunk: string }>> = {
  US: { code: "1", trunk: "1" },
  CA: { code: "1", trunk: "1" },
  MX: { code: "52", trunk: "" },
  BR: { code: "55", trunk: "0" },
  CN: { code: "86", trunk: "0" },
  DE: { code: "49", trunk: "0" },
  ES: { code: "34", trunk: "" },
  FR: { code: "33", trunk: "0" },
  GB: { code: "44", trunk: "0" },
  IE: { code: "353", trunk: "0" },
  IN: { code: "91", trunk: "0" },
  IT: { code: "39", trunk: "" },
  PT: { code: "351", trunk: "" }
}

/**
 * Reads a phone number as E.164.
 *
 * **Details**
 *
 * `(617) 887-6367`, `617.887.6367` and `+1 617 887 6367` with country `US` are all `+16178876367`. `country` is an ISO 3166-1
 * code. A number has ten digits in North America, and elsewhere 6 to 14 after the country code. A rule decides whether
 * it can exist (`isPhoneNumber`).
 */
export const parsePhoneNumber = (typed: string, country: string): Parsed<string, PhoneNumberIssue> => {
  if (!Object.hasOwn(countries, country)) return { issue: "issue.phone-country-unknown" }
  const { code, trunk } = countries[country]!
  const text = typed.replaceAll(/[\s().\-‐-―]/gu, "")
  if (text === "") return { issue: "issue.phone-missing" }
  if (!/^\+?\d+$/u.test(text)) return { issue: "issue.phone-malformed" }
  const isAbroad = text.startsWith("+")
  if (isAbroad && !text.startsWith(`+${code}`)) return { issue: "issue.phone-malformed" }
  const digits = isAbroad ? text.slice(code.length + 1) : text
  if (code === "1") {
    const national = digits.length === 11 && digits.startsWith(trunk) ? digits.slice(1) : digits
    return national.length === 10 ? { value: `+1${national}` } : { issue: "issue.phone-not-ten-digits" }
  }
  const national = trunk !== "" && digits.startsWith(trunk) ? digits.slice(trunk.length) : digits
  return national.length >= 6 && national.length + code.length <= 15
    ? { value: `+${code}${national}` }
    : { issue: "issue.phone-malformed" }
}
