import { isPhoneNumber } from "../contact/isPhoneNumber.ts"
import { over } from "../engine/Rule.ts"
import type { CredentialPolicy } from "./credentialSheet.ts"
import { isGuessedFirst } from "./isGuessedFirst.ts"
import { isOfLength } from "./isOfLength.ts"
import { profileFacts } from "./profileFacts.ts"
import type { ProfileFacts } from "./profileFacts.ts"

const { rule, question } = over<ProfileFacts, CredentialPolicy>(profileFacts)

const remedies = ["remedy.correct-profile"] as const

export const nameHasLength = rule({
  id: "R-16a",
  title: "A name is neither empty nor too long, counted as code points",
  cites: [{ source: "seed", line: 143, quote: "Enter the full name of the person who will be using the account" }],
  reads: ["profile.name"],
  check: ({ profile }, { logon }) => isOfLength(profile.name, logon.profile.name),
  message: "issue.name-length",
  params: ({ logon: { profile } }) => ({ min: profile.name.minCodePoints, max: profile.name.maxCodePoints }),
  remedies
})

export const phoneCountryIsListed = rule({
  id: "R-16b",
  title: "The phone country is one of the list",
  cites: [{ source: "seed", line: 161, quote: "Phone country:  USA" }],
  reads: ["profile.phoneCountry"],
  check: ({ profile }, { logon }) => logon.profile.phoneCountries.includes(profile.phoneCountry),
  message: "issue.phone-country-unknown",
  remedies
})

export const phoneTypeIsListed = rule({
  id: "R-16c",
  title: "The phone type is one of the list",
  cites: [{ source: "seed", line: 163, quote: "Phone type:  Cell" }],
  reads: ["profile.phoneType"],
  check: ({ profile }, { logon }) => logon.profile.phoneTypes.some((type) => type === profile.phoneType),
  message: "issue.phone-type-unknown",
  remedies
})

export const phoneNumberIsSomebodys = rule({
  id: "D-22b",
  title: "The phone number can be somebody's",
  cites: [
    { source: "seed", line: 165, quote: "Phone number:  (111) 111-1111" },
    { decision: "D-22" },
    { source: "NANPA: 555 line numbers", url: "https://www.nanpa.com/" }
  ],
  reads: ["profile.phoneNumber"],
  check: ({ profile }, { idRanges }) => isPhoneNumber(profile.phoneNumber, idRanges),
  message: "issue.phone-malformed",
  remedies
})

export const pinHasDigits = rule({
  id: "R-16d",
  title: "A PIN has as many digits as the policy says",
  cites: [{ source: "seed", line: 167, quote: "Create a 4-digit PIN:  1234" }, { decision: "D-17" }],
  reads: ["profile.pin"],
  check: ({ profile }, { logon }) => profile.pin.length === logon.pin.digits && /^\d+$/u.test(profile.pin),
  message: "issue.pin-length",
  params: ({ logon: { pin } }) => ({ digits: pin.digits }),
  remedies
})

export const emailIsConfirmed = rule({
  id: "R-16e",
  title: "The e-mail address is typed twice alike",
  cites: [{ source: "seed", line: 171, quote: "Confirm e-mail:  goodelmo@dor.state.ma.us" }],
  reads: ["profile.email", "profile.confirmEmail"],
  check: ({ profile }) => profile.email === profile.confirmEmail,
  message: "issue.emails-differ",
  remedies
})

export const pinIsHardToGuess = rule({
  id: "D-17",
  title: "A PIN is none that is guessed first",
  cites: [{ decision: "D-17" }],
  reads: ["profile.pin"],
  check: ({ profile }) => !isGuessedFirst(profile.pin),
  message: "issue.pin-easy",
  remedies
})

/** Can this be the profile of a logon? */
export const profile = question({
  id: "profile",
  refusedUnless: [
    nameHasLength,
    phoneCountryIsListed,
    phoneTypeIsListed,
    phoneNumberIsSomebodys,
    pinHasDigits,
    emailIsConfirmed
  ],
  warnedUnless: [pinIsHardToGuess],
  reads: [],
  grants: () => "acceptable" as const,
  secretAnswer: { message: "decision.not-acceptable", remedies }
})
