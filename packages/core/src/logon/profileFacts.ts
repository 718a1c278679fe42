import type { profileFactsSchema } from "./logonFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the profile rules read: parsed values. */
export type ProfileFacts = typeof profileFactsSchema.Type

const hidden = () => "***"

/** How the facts are called, and how staff may see them. */
export const profileFacts: FactSheet<ProfileFacts> = {
  "profile.name": { label: "the name", field: "name", secret: false, of: ({ profile }) => profile.name, show: hidden },
  "profile.phoneCountry": {
    label: "the phone country",
    field: "phoneCountry",
    secret: false,
    of: ({ profile }) => profile.phoneCountry,
    show: String
  },
  "profile.phoneType": {
    label: "the phone type",
    field: "phoneType",
    secret: false,
    of: ({ profile }) => profile.phoneType,
    show: String
  },
  "profile.phoneNumber": {
    label: "the phone number",
    field: "phoneNumber",
    secret: false,
    of: ({ profile }) => profile.phoneNumber,
    show: hidden
  },
  "profile.pin": { label: "the PIN", field: "pin", secret: false, of: ({ profile }) => profile.pin, show: hidden },
  "profile.email": {
    label: "the e-mail address",
    field: "email",
    secret: false,
    of: ({ profile }) => profile.email,
    show: hidden
  },
  "profile.confirmEmail": {
    label: "the e-mail address typed again",
    field: "confirmEmail",
    secret: false,
    of: ({ profile }) => profile.confirmEmail,
    show: hidden
  }
}
