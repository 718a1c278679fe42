import { parseEmailAddress } from "../../contact/parseEmailAddress.ts"
import { parsePersonName } from "../../contact/parsePersonName.ts"
import { parsePhoneNumber } from "../../contact/parsePhoneNumber.ts"
import { issuesOf } from "../../engine/issuesOf.ts"
import { parsePin } from "../../logon/parsePin.ts"
import { issuesIn } from "./issuesIn.ts"
import { parseChoice } from "./parseChoice.ts"
import type { ParseAnswer } from "./ParsedAnswers.ts"

/** Reads name, phone, PIN and e-mail address; the PIN may be left out where one was given before. @rule R-16 */
export const parseProfileAnswer: ParseAnswer<"profile"> = (text, { answers, ask, policy }) => {
  const { phoneCountries, phoneTypes } = policy.logon.profile
  const name = parsePersonName(text.name)
  const phoneCountry = parseChoice(text.phoneCountry, phoneCountries, "issue.phone-country-unknown")
  const phoneType = parseChoice(text.phoneType, phoneTypes, "issue.phone-type-missing")
  const phoneNumber = parsePhoneNumber(text.phoneNumber, "value" in phoneCountry ? phoneCountry.value : "US")
  const stays = text.pin === undefined && answers.profile !== undefined
  const pin = stays ? { value: null } : parsePin(text.pin ?? "")
  const email = parseEmailAddress(text.email)
  const confirmEmail = parseEmailAddress(text.confirmEmail)

  const known = {
    ...("value" in name && { name: name.value }),
    ...("value" in phoneCountry && { phoneCountry: phoneCountry.value }),
    ...("value" in phoneType && { phoneType: phoneType.value }),
    ...("value" in phoneNumber && { phoneNumber: phoneNumber.value }),
    ...("value" in pin && pin.value !== null && { pin: pin.value }),
    ...("value" in email && { email: email.value }),
    ...("value" in confirmEmail && { confirmEmail: confirmEmail.value })
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
