import * as Schema from "effect/Schema"
import { MessageView } from "../login/SessionView.ts"
import { ActivityView, ChangedProfileView, LetterCodeView, ProfileView } from "../profile/ProfileView.ts"
import { spokenLocales } from "../wording/spokenLocales.ts"
import { callsOf } from "./callsOf.ts"
import { nothingSchema } from "./nothingSchema.ts"
import { secretText } from "./secretText.ts"

const own = { tag: "Profile", from: "our-pages", needs: "two-step" } as const
const changed = { 204: { description: "The change is stored, and the owner gets a notice." } } as const
const lock = Schema.Struct({ locked: Schema.Boolean })

/**
 * Manage My Profile.
 *
 * **Gotchas**
 *
 * What opens a logon or reaches its owner (name, phone, address, password, PIN, question, lock) takes a password that was
 * typed lately: else `password_required`. The username never changes.
 */
export const profileCalls = callsOf({
  "GET /v1/me/profile": {
    ...own,
    name: "showProfile",
    summary: "Read the profile",
    answers: { 200: { description: "The profile.", json: ProfileView } }
  },
  "PATCH /v1/me/profile": {
    ...own,
    name: "changeProfile",
    summary: "Change the profile",
    description:
      "Members that are left out do not change. A new name, phone or e-mail address requires that the password was entered recently. A new language does not.",
    limits: ["codes"],
    body: Schema.Struct({
      name: Schema.optionalKey(Schema.String),
      phoneCountry: Schema.optionalKey(Schema.String.annotate({ description: "ISO 3166-1 alpha-2." })),
      phoneType: Schema.optionalKey(Schema.String.annotate({ description: "cell, home or work." })),
      phoneNumber: Schema.optionalKey(Schema.String),
      locale: Schema.optionalKey(Schema.Literals(spokenLocales)),
      email: Schema.optionalKey(
        Schema.String.annotate({
          description:
            "The new address. The server mails a link to it, and the address changes when the person uses the link."
        })
      ),
      confirmEmail: Schema.optionalKey(Schema.String.annotate({ description: "The new address again." }))
    }),
    answers: { 200: { description: "The current profile.", json: ChangedProfileView } },
    problems: ["password_required", "issues"]
  },
  "POST /v1/me/email-change/confirm": {
    ...own,
    name: "confirmEmail",
    summary: "Confirm a new e-mail address with its link",
    body: Schema.Struct({ code: secretText({ description: "The code from the link in the mail." }) }),
    answers: { 200: { description: "The current profile.", json: ProfileView } },
    problems: ["link_refused"]
  },
  "POST /v1/me/password": {
    ...own,
    name: "changePassword",
    summary: "Change the password",
    limits: ["logIn"],
    body: Schema.Struct({
      newPassword: secretText(),
      confirmPassword: secretText({ description: "The new password again." })
    }),
    answers: changed,
    problems: ["password_required", "issues"]
  },
  "PUT /v1/me/pin": {
    ...own,
    name: "changePin",
    summary: "Change the PIN",
    limits: ["logIn"],
    body: Schema.Struct({ pin: secretText({ description: "Four digits, unless the rule set requires more." }) }),
    answers: changed,
    problems: ["password_required", "issues"]
  },
  "PUT /v1/me/secret-question": {
    ...own,
    name: "changeSecretQuestion",
    summary: "Change the secret question",
    limits: ["logIn"],
    body: Schema.Struct({
      secretQuestion: Schema.String.annotate({ description: "ID of a question of the rule set." }),
      secretAnswer: secretText()
    }),
    answers: changed,
    problems: ["password_required", "issues"]
  },
  "GET /v1/me/registration-lock": {
    ...own,
    name: "findRegistrationLock",
    summary: "Read whether online registration is closed",
    answers: { 200: { description: "Whether it is closed.", json: lock } }
  },
  "PUT /v1/me/registration-lock": {
    ...own,
    name: "lockRegistration",
    summary: "Close or open online registration",
    body: Schema.Struct({
      locked: Schema.Boolean.annotate({ description: "Whether online registration is closed." })
    }),
    answers: { 200: { description: "Whether it is closed now.", json: lock } },
    problems: ["password_required", "nothing_to_lock"]
  },
  "POST /v1/me/amounts/open": {
    ...own,
    name: "openAmounts",
    summary: "Open identity checks by amount again",
    description:
      "After too many wrong amounts in a year, the server accepts no more amounts for a number. A logon that was confirmed with a letter can open them again once in 90 days, unless the rule set says otherwise. Earlier wrong amounts no longer count for the year. A lock of 24 hours still ends by itself.",
    body: nothingSchema,
    answers: { 204: { description: "Amounts are open, with a new count for the year." } },
    problems: ["password_required", "nothing_to_open"]
  },
  "GET /v1/me/letter-code": {
    ...own,
    name: "askLetterCode",
    summary: "Check what a letter code would do",
    answers: {
      200: {
        description: "Whether the server accepts one, whether it would end a hold, and how many days the hold lasts.",
        json: LetterCodeView
      }
    }
  },
  "POST /v1/me/letter-code": {
    ...own,
    name: "enterLetterCode",
    summary: "Enter the code of a letter",
    description: "Counts as an identity attempt, with the same limits. Every wrong code gets the same response.",
    limits: ["letter-code"],
    floor: "handler",
    body: Schema.Struct({
      letterId: secretText({ description: "The letter ID of the sign-up letter, as typed.", examples: ["L0123456789"] })
    }),
    answers: { 204: { description: "The role rests on the letter, which is used; a hold has ended." } },
    problems: ["password_required", "issues", "letter_refused", "locked", "nothing_to_confirm"]
  },
  "GET /v1/me/activity": {
    ...own,
    name: "listActivity",
    summary: "List who used the number",
    answers: {
      200: {
        description: "The list, newest first.",
        json: Schema.Struct({ activity: Schema.Array(ActivityView) })
      }
    }
  },
  "GET /v1/me/messages": {
    ...own,
    name: "listMessages",
    summary: "List the e-messages of a logon",
    answers: {
      200: {
        description: "The list, newest first.",
        json: Schema.Struct({ messages: Schema.Array(MessageView) })
      }
    }
  }
})
