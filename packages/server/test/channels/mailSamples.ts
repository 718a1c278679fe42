import type { MailKind, NoticeParams } from "@mtc-logon/core/notices"
import type { MailFrame } from "../../src/channels/renderMail.ts"

/** A link as the server makes one: the token is in the fragment. */
export const link = `https://mtc.example/activate#${"A".repeat(64)}`

const notMe = {
  name: "LARRY MO",
  at: "11/20/2020 1:55:15 PM",
  code: "K7QF-2MZX-91AB-7TTE",
  link,
  page: "https://mtc.example/not-me",
  days: 30
}

/** Each mail as LARRY MO of the source gets it. */
export const mailSamples: { readonly [K in MailKind]: NoticeParams<K> } = {
  receipt: { name: "LARRY MO", confirmationNumber: "0-704-061-440", submittedAt: "11/20/2020 1:55:15 PM" },
  approved: { name: "LARRY MO", username: "good.elmo", confirmationNumber: "0-704-061-440", link, hours: 24 },
  activation: { name: "LARRY MO", link, hours: 24 },
  referred: { name: "LARRY MO", confirmationNumber: "0-704-061-440" },
  denied: { name: "LARRY MO", confirmationNumber: "0-704-061-440" },
  "security-code": { code: "400533", minutes: 10 },
  "new-device": { name: "LARRY MO", at: "11/20/2020 1:55:15 PM", device: "Firefox on Linux" },
  expired: { name: "LARRY MO", confirmationNumber: "0-704-061-440", days: 30 },
  "profile-changed": { ...notMe, part: "your password" },
  "logon-made": notMe,
  "contest-won": { name: "LARRY MO", at: "11/20/2020 1:55:15 PM" },
  "access-ended": { name: "LARRY MO", at: "11/20/2020 1:55:15 PM", page: "https://mtc.example/letter" },
  "email-link": { name: "LARRY MO", link, hours: 24 },
  "username-reminder": { name: "LARRY MO", username: "good.elmo" },
  "password-link": { name: "LARRY MO", link, minutes: 30 },
  frozen: { name: "LARRY MO", username: "good.elmo", part: "your e-mail address" },
  "email-corrected": {},
  "two-step-added": notMe,
  "two-step-removed": notMe,
  "recovery-codes-made": notMe,
  "recovery-code-used": { name: "LARRY MO", at: "11/20/2020 1:55:15 PM", left: 9 },
  "device-token-reused": { name: "LARRY MO", at: "11/20/2020 1:55:15 PM", device: "Firefox on Linux" },
  "password-closed": { name: "LARRY MO", at: "11/20/2020 1:55:15 PM" }
}

export const frame: MailFrame = {
  locale: "en",
  contacts: { phone: "617-887-6367", tollFree: "800-392-6089", hours: "contact.hours" }
}
