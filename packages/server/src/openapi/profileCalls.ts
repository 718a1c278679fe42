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
import type { Call } from "./Call.ts"

const own = { tag: "Profile", from: "our-pages", key: "session" } as const
const changed = { 204: { description: "It is changed; the owner is told." } }
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
      "What is absent stays. Another name, phone or address takes a password that was typed lately; another language takes none.",
    body: readProfile.schema,
    answers: { 200: { description: "The profile as it is now.", json: changedProfileViewSchema } },
    problems: ["terms_required", "password_required", "issues"]
  },
  {
    ...own,
    method: "post",
    path: "/v1/me/email-change/confirm",
    name: "confirmEmail",
    summary: "Use the link that went to a new address",
    body: readCode.schema,
    answers: { 200: { description: "The profile as it is now.", json: profileViewSchema } },
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
    summary: "Is on-line registration closed?",
    answers: lock("Whether it is."),
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "put",
    path: "/v1/me/registration-lock",
    name: "lockRegistration",
    summary: "Close on-line registration, or open it",
    body: readLock.schema,
    answers: lock("Whether it is now."),
    problems: ["terms_required", "password_required", "nothing_to_lock"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/letter-code",
    name: "askLetterCode",
    summary: "Would the code of a letter end a hold?",
    answers: {
      200: {
        description: "Whether it would, and how many days the hold lasts otherwise.",
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
    summary: "Enter the code of a letter, which ends the hold",
    description: "An identity attempt like another: its limits hold, and all that is wrong is answered alike.",
    body: readLetterId.schema,
    answers: { 204: { description: "The hold is over, and the letter is used up." } },
    problems: ["terms_required", "password_required", "issues", "letter_refused", "locked", "nothing_to_confirm"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/activity",
    name: "listActivity",
    summary: "Who used my number?",
    answers: {
      200: { description: "Newest first.", json: Schema.Struct({ activity: Schema.Array(activityViewSchema) }) }
    },
    problems: ["terms_required"]
  },
  {
    ...own,
    method: "get",
    path: "/v1/me/messages",
    name: "listMessages",
    summary: "The e-messages of a logon",
    answers: {
      200: { description: "Newest first.", json: Schema.Struct({ messages: Schema.Array(messageViewSchema) }) }
    },
    problems: ["terms_required"]
  }
]
