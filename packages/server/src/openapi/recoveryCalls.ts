import { recoveryQuestionViewSchema } from "@mtc-logon/core/recovery"
import { readCode, readEmail, readNumber, readReset, readToken, readUsername } from "../routes/login/recoveryRoutes.ts"
import type { Call } from "./Call.ts"
import { nothingSchema } from "./nothingSchema.ts"

const all = { tag: "Ways back", from: "our-pages", key: "none" } as const
const whoever = { 202: { description: "The response is the same for everyone.", json: nothingSchema } }

/** The ways back, for nobody who is logged in. */
export const recoveryCalls: ReadonlyArray<Call> = [
  {
    ...all,
    method: "post",
    path: "/v1/recovery/username",
    name: "recoverUsername",
    summary: "Recover a username",
    body: readEmail.schema,
    answers: whoever,
    problems: ["issues"]
  },
  {
    ...all,
    method: "post",
    path: "/v1/recovery/password",
    name: "recoverPassword",
    summary: "Recover a password",
    body: readUsername.schema,
    answers: whoever,
    problems: ["issues"]
  },
  {
    ...all,
    method: "post",
    path: "/v1/recovery/password/question",
    name: "findRecoveryQuestion",
    summary: "Read the second proof for a new password",
    body: readToken.schema,
    answers: { 200: { description: "The second proof.", json: recoveryQuestionViewSchema } },
    problems: ["link_refused", "recovery_locked"]
  },
  {
    ...all,
    method: "post",
    path: "/v1/recovery/password/reset",
    name: "resetPassword",
    summary: "Choose a new password",
    body: readReset.schema,
    answers: { 204: { description: "The password is changed, and every session has ended." } },
    problems: ["issues", "link_refused", "answer_refused", "recovery_locked"]
  },
  {
    ...all,
    method: "post",
    path: "/v1/not-me",
    name: "enterNotMeCode",
    summary: 'Report "this was not me"',
    description:
      "The code for a changed logon closes that logon and undoes the change. The code for a new logon closes it, opens a contest, or is only recorded, depending on where its notice was sent.",
    body: readCode.schema,
    answers: { 202: { description: "The response is the same for every code.", json: nothingSchema } }
  },
  {
    ...all,
    method: "post",
    path: "/v1/letter-requests",
    name: "requestLetter",
    summary: "Request a letter to the address on file",
    body: readNumber.schema,
    answers: whoever,
    problems: ["issues"]
  }
]
