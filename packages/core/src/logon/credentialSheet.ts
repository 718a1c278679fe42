import * as Schema from "effect/Schema"
import { idRanges } from "../policy/idRanges.ts"
import { choice, flag, list, whole } from "../policy/PolicyEntry.ts"
import type { ValuesOf } from "../policy/PolicySheet.ts"

/**
 * The values that the rules of a logon read: username, password, secret question, profile, PIN, activation.
 *
 * **Details**
 *
 * Fictitious phone numbers are all there are in the sandbox, and none are live (`idRanges`).
 *
 * @rule R-16 @rule R-17 @rule R-18 @rule D-13 @rule D-17 @rule D-18 @rule D-19 @rule D-20 @rule D-22 @rule D-33
 */
export const credentialSheet = {
  idRanges,
  logon: {
    username: {
      minCodePoints: whole({ label: "shortest username", unit: "characters", min: 1, max: 100 }),
      maxCodePoints: whole({ label: "longest username", unit: "characters", min: 1, max: 200 })
    },
    password: {
      minCodePoints: whole({ label: "shortest password", unit: "characters", min: 8, max: 100 }),
      maxCodePoints: whole({ label: "longest password", unit: "characters", min: 8, max: 1000 }),
      classes: list({
        label: "the character classes that a password must have",
        of: ["upper", "lower", "digit"]
      }),
      history: whole({
        label: "passwords that cannot be chosen again",
        unit: "passwords",
        min: 0,
        max: 24
      }),
      blocklist: choice({ label: "a common password is a", of: ["warning", "refusal"] }),
      mayContainUsername: flag({ label: "whether a password may contain the username" })
    },
    secretQuestions: {
      label: "the secret questions",
      unit: "list",
      description: "a list of ids of questions, each once; empty: none is asked",
      schema: Schema.UniqueArray(Schema.String.check(Schema.isPattern(/^[a-z][a-z0-9-]*$/u)))
    },
    secretAnswer: {
      minCodePoints: whole({ label: "shortest secret answer", unit: "characters", min: 1, max: 100 }),
      maxCodePoints: whole({ label: "longest secret answer", unit: "characters", min: 1, max: 1000 })
    },
    pin: {
      digits: whole({ label: "digits of a PIN", unit: "digits", min: 4, max: 12 }),
      maxChecksPerDay: whole({
        label: "how often staff may check a PIN",
        unit: "checks a day",
        min: 1,
        max: 100
      })
    },
    profile: {
      name: {
        minCodePoints: whole({ label: "shortest name", unit: "characters", min: 1, max: 100 }),
        maxCodePoints: whole({ label: "longest name", unit: "characters", min: 1, max: 1000 })
      },
      phoneCountries: {
        label: "the phone countries, the first is the default",
        unit: "list",
        description: "a list of countries in two capital letters, one at least, each once",
        schema: Schema.UniqueArray(Schema.String.check(Schema.isPattern(/^[A-Z]{2}$/u))).check(Schema.isMinLength(1))
      },
      phoneTypes: list({ label: "the phone types", of: ["cell", "home", "work"], min: 1 })
    },
    activation: {
      requireActivation: flag({ label: "whether the first log-in requires the link from the e-mail" }),
      lifetimeHours: whole({ label: "how long the link is valid", unit: "hours", min: 1, max: 168 }),
      resends: whole({ label: "how often the link is sent again", unit: "links", min: 0, max: 100 }),
      unusedDays: whole({
        label: "days without a first log-in that free a username",
        unit: "days",
        min: 1,
        max: 365
      })
    }
  }
}

export type CredentialPolicy = ValuesOf<typeof credentialSheet>

/** Fewest and most Unicode code points. */
export type CodePointLimits = CredentialPolicy["logon"]["username"]

/** A class of characters that a password has one of at least. */
export type PasswordClass = CredentialPolicy["logon"]["password"]["classes"][number]

/** What a phone is. */
export type PhoneType = CredentialPolicy["logon"]["profile"]["phoneTypes"][number]
