import { messageViewSchema } from "@mtc-logon/core/login"
import {
  activityViewSchema,
  changedProfileViewSchema,
  letterCodeViewSchema,
  profileViewSchema
} from "@mtc-logon/core/profile"
import * as Schema from "effect/Schema"
import { readCode, readLock, readPassword, readPin, readProfile, readQuestion } from "../routes/login/profileRoutes.ts"
import { readLetterId } from "../routes/login/letterCodeRoutes.ts"
import { readNothing } from "../routes/readNothing.ts"
import type { Call } from "./Call.ts"

const own = { tag: "Profile", from: "our-pages", key: "session" } as const
const changed = { 204: { description: "The change is stored, and the owner gets a notice." } }
const lock = (description: string) => ({
  200: { description, json: Schema.Struct({ locked: Schema.Boolean }) }
})

/** Manage My Profile. */
export const profileCalls: ReadonlyArray<Call> = [
  {
    ...own,
    method: "get",
    path: "/v1/me/profile",
    name: "showProfile",
    summary: "Read the profile",
    answers: { 200: { description: "The profile.", json: profileViewSchema } },
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "patch",
    path: "/v1/me/profile",
    name: "changeProfile",
    summary: "Change the profile",
    description:
      "Members that are left out do not change. A new name, phone or e-mail address requires that the password was entered recently. A new language does not.",
    body: readProfile.schema,
    answers: { 200: { description: "The current profile.", json: changedProfileViewSchema } },
    problems: ["terms_required", "password_required", "issues"]
  },
  {
    ...own,
    method: "post",
    path: "/v1/me/email-change/confirm",
    name: "confirmEmail",
    summary: "Confirm a new e-mail address with its link",
    body: readCode.schema,
    answers: { 200: { description: "The current profile.", json: profileViewSchema } },
    problems: ["terms_required", "link_refused"]
  },
  {
    ...own,
    method: "post",
    path: "/v1/me/password",
    name: "changePassword",
    summary: "Change the password",
    body: readPassword.schema,
    answers: changed,
    problems: ["terms_required", "password_required", "issues"]
  },
  {
    ...own,
    method: "put",
    path: "/v1/me/pin",
    name: "changePin",
    summary: "Change the PIN",
    body: readPin.schema,
    answers: changed,
    problems: ["terms_required", "password_required", "issues"]
  },
  {
    ...own,
    method: "put",
    path: "/v1/me/secret-question",
    name: "changeSecretQuestion",
    summary: "Change the secret question",
    body: readQuestion.schema,
    answers: changed,
    problems: ["terms_required", "password_required", "issues"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/registration-lock",
    name: "findRegistrationLock",
    summary: "Read whether online registration is closed",
    answers: lock("Whether it is closed."),
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "put",
    path: "/v1/me/registration-lock",
    name: "lockRegistration",
    summary: "Close or open online registration",
    body: readLock.schema,
    answers: lock("Whether it is closed now."),
    problems: ["terms_required", "password_required", "nothing_to_lock"]
  },
  {
    ...own,
    method: "post",
    path: "/v1/me/amounts/open",
    name: "openAmounts",
    summary: "Open identity checks by amount again",
    description:
      "After too many wrong amounts in a year, the server accepts no more amounts for a number. A logon that was confirmed with a letter can open them again once in 90 days, unless the rule set says otherwise. Earlier wrong amounts no longer count for the year. A lock of 24 hours still ends by itself.",
    body: readNothing.schema,
    answers: { 204: { description: "Amounts are open, with a new count for the year." } },
    problems: ["terms_required", "password_required", "nothing_to_open"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/letter-code",
    name: "askLetterCode",
    summary: "Check whether a letter code would end a hold",
    answers: {
      200: {
        description: "Whether it would, and how many days the hold lasts without one.",
        json: letterCodeViewSchema
      }
    },
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "post",
    path: "/v1/me/letter-code",
    name: "enterLetterCode",
    summary: "Enter the code of a letter to end the hold",
    description: "Counts as an identity attempt, with the same limits. Every wrong code gets the same response.",
    body: readLetterId.schema,
    answers: { 204: { description: "The hold has ended, and the letter is used." } },
    problems: ["terms_required", "password_required", "issues", "letter_refused", "locked", "nothing_to_confirm"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/activity",
    name: "listActivity",
    summary: "List who used the number",
    answers: {
      200: {
        description: "The list, newest first.",
        json: Schema.Struct({ activity: Schema.Array(activityViewSchema) })
      }
    },
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/messages",
    name: "listMessages",
    summary: "List the e-messages of a logon",
    answers: {
      200: {
        description: "The list, newest first.",
        json: Schema.Struct({ messages: Schema.Array(messageViewSchema) })
      }
    },
    problems: ["terms_required"]
  }
]
