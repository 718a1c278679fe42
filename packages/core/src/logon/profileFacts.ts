import { factSheet, text } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"

/** What the profile rules read: parsed values. */
export const profileFacts = factSheet({
  "profile.name": { label: "the name", kind: text, field: "name", isHidden: true },
  /** ISO 3166-1 alpha-2. */
  "profile.phoneCountry": { label: "the phone country", kind: text, field: "phoneCountry" },
  "profile.phoneType": { label: "the phone type", kind: text, field: "phoneType" },
  /** E.164, as `parsePhoneNumber` gives it: `+16178876367`. */
  "profile.phoneNumber": { label: "the phone number", kind: text, field: "phoneNumber", isHidden: true },
  /** Digits. */
  "profile.pin": { label: "the PIN", kind: text, field: "pin", isHidden: true },
  "profile.email": { label: "the e-mail address", kind: text, field: "email", isHidden: true },
  "profile.confirmEmail": { label: "the e-mail address typed again", kind: text, field: "confirmEmail", isHidden: true }
})
export type ProfileFacts = FactsOf<typeof profileFacts>
