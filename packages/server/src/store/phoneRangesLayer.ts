import { PhoneRanges } from "@mtc-logon/core/two-step"
import { Layer } from "effect"
import { parsePhoneNumberFromString } from "libphonenumber-js/max"

/** The numbering plans as libphonenumber knows them. */
export const phoneRangesLayer = Layer.succeed(
  PhoneRanges,
  PhoneRanges.of({ isAssigned: (phoneNumber) => parsePhoneNumberFromString(phoneNumber)?.isValid() === true })
)
