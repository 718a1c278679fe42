import { parseEmailAddress } from "../../contact/parseEmailAddress.ts"
import { parsePersonName } from "../../contact/parsePersonName.ts"
import { parsePhoneNumber } from "../../contact/parsePhoneNumber.ts"
import { issuesOf } from "../../engine/issuesOf.ts"
import type { PhoneType } from "../../logon/credentialSheet.ts"
import { parsePin } from "../../logon/parsePin.ts"
import { issuesIn } from "./issuesIn.ts"
import { parseChoice } from "./parseChoice.ts"
import type { ReadAnswer } from "./ReadAnswer.ts"

/**
 * Reads name, phone, PIN and e-mail address.
 *
 * **Details**
 *
 * The PIN, a phone number of the same country, and the e-mail address with its confirmation can be left out if they were given
 * before: they do not change. A page gets them masked or not at all, and must not send a mask.
 *
 * @rule R-16
 */
export const parseProfileAnswer: ReadAnswer<
  "profile",
  /** `pin`: four digits. `phoneNumber`, `pin`, `email`: null where the one given before stays. */
  {
    readonly name: string
    readonly phoneCountry: string
    readonly phoneType: PhoneType
    readonly phoneNumber: string | null
    readonly pin: string | null
    readonly email: string | null
  }
> = (text, { answers, ask, policy }) => {
  const { phoneCountries, phoneTypes } = policy.logon.profile
  const name = parsePersonName(text.name)
  const phoneCountry = parseChoice(text.phoneCountry, phoneCountries, "issue.phone-country-unknown")
  const phoneType = parseChoice(text.phoneType, phoneTypes, "issue.phone-type-missing")
  const given = answers.profile
  const phoneStays = text.phoneNumber === undefined && given?.phoneCountry === text.phoneCountry
  const phoneNumber = phoneStays
    ? { value: null }
    : parsePhoneNumber(text.phoneNumber ?? "", "value" in phoneCountry ? phoneCountry.value : "US")
  const pin = text.pin === undefined && given !== undefined ? { value: null } : parsePin(text.pin ?? "")
  const emailStays = text.email === undefined && text.confirmEmail === undefined && given !== undefined
  const email = emailStays ? { value: null } : parseEmailAddress(text.email ?? "")
  const confirmEmail = emailStays ? { value: null } : parseEmailAddress(text.confirmEmail ?? "")

  const known = {
    ...("value" in name && { name: name.value }),
    ...("value" in phoneCountry && { phoneCountry: phoneCountry.value }),
    ...("value" in phoneType && { phoneType: phoneType.value }),
    ...("value" in phoneNumber && phoneNumber.value !== null && { phoneNumber: phoneNumber.value }),
    ...("value" in pin && pin.value !== null && { pin: pin.value }),
    ...("value" in email && email.value !== null && { email: email.value }),
    ...("value" in confirmEmail && confirmEmail.value !== null && { confirmEmail: confirmEmail.value })
  }
  const fields = { name, phoneCountry, phoneType, phoneNumber, pin, email, confirmEmail }
  const issues = issuesIn(fields, issuesOf(ask.profile, { profile: known }))
  return "issue" in name ||
    "issue" in phoneCountry ||
    "issue" in phoneType ||
    "issue" in phoneNumber ||
    "issue" in pin ||
    "issue" in email ||
    issues.length > 0
    ? { issues }
    : {
        value: {
          name: name.value,
          phoneCountry: phoneCountry.value,
          phoneType: phoneType.value,
          phoneNumber: phoneNumber.value,
          pin: pin.value,
          email: email.value
        }
      }
}
