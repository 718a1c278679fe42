import { recoveryQuestionViewSchema } from "@mtc-logon/core/recovery"
import { readCode, readEmail, readNumber, readReset, readToken, readUsername } from "../routes/login/recoveryRoutes.ts"
import type { Call } from "./Call.ts"
import { nothingSchema } from "./nothingSchema.ts"

const all = { tag: "Ways back", from: "our-pages", key: "none" } as const
const whoever = { 202: { description: "The same whoever asks.", json: nothingSchema } }

/** The ways back, for nobody who is logged in. */
export const recoveryCalls: ReadonlyArray<Call> = [
  {
    ...all,
    method: "post",
    path: "/v1/recovery/username",
    name: "recoverUsername",
    summary: "A forgotten username",
    body: readEmail.schema,
    answers: whoever,
    problems: ["issues"]
  },
  {
    ...all,
    method: "post",
    path: "/v1/recovery/password",
    name: "recoverPassword",
    summary: "A forgotten password",
    body: readUsername.schema,
    answers: whoever,
    problems: ["issues"]
  },
  {
    ...all,
    method: "post",
    path: "/v1/recovery/password/question",
    name: "findRecoveryQuestion",
    summary: "What is asked besides the mailed link",
    body: readToken.schema,
    answers: { 200: { description: "The second proof.", json: recoveryQuestionViewSchema } },
    problems: ["link_refused", "recovery_locked"]
  },
  {
    ...all,
    method: "post",
    path: "/v1/recovery/password/reset",
    name: "resetPassword",
    summary: "Choose another password",
    body: readReset.schema,
    answers: { 204: { description: "It is chosen; every session is over." } },
    problems: ["issues", "link_refused", "answer_refused", "recovery_locked"]
  },
  {
    ...all,
    method: "post",
    path: "/v1/not-me",
    name: "enterNotMeCode",
    summary: "This was not me",
    description:
      "The code of a changed logon closes that logon and puts back what was changed. The code of a new logon closes it, opens a contest, or is recorded only: that depends on where its notice went.",
    body: readCode.schema,
    answers: { 202: { description: "The same whatever the code.", json: nothingSchema } }
  },
  {
    ...all,
    method: "post",
    path: "/v1/letter-requests",
    name: "requestLetter",
    summary: "Ask for a letter to the address on file",
    body: readNumber.schema,
    answers: whoever,
    problems: ["issues"]
  }
]
