import * as Schema from "effect/Schema"
import { recoveryQuestionViewSchema } from "../recovery/recoveryQuestionViewSchema.ts"
import { callsOf } from "./callsOf.ts"
import { nothingSchema } from "./nothingSchema.ts"
import { secondProofFields } from "./secondProofFields.ts"
import { secretText } from "./secretText.ts"

const all = { tag: "Ways back", from: "our-pages", needs: "nobody", limits: ["recoveryPerAddress"] } as const
const whoever = { 202: { description: "The same whoever asks.", json: nothingSchema } } as const
const token = secretText({ description: "Of the mailed link." })

/**
 * The ways back, for nobody who is logged in.
 *
 * **Gotchas**
 *
 * Status, body, headers and work are the same whether anybody has what was typed: it is looked up by a job. Too many mails for
 * one username or address are not sent, and nobody is told: asking locks nothing.
 *
 * @rule D-47
 */
export const recoveryCalls = callsOf({
  "POST /v1/recovery/username": {
    ...all,
    name: "recoverUsername",
    summary: "A forgotten username",
    body: Schema.Struct({ email: Schema.String.annotate({ examples: ["good.elmo@example.com"] }) }),
    answers: whoever,
    problems: ["issues"]
  },
  "POST /v1/recovery/password": {
    ...all,
    name: "recoverPassword",
    summary: "A forgotten password",
    body: Schema.Struct({ username: Schema.String.annotate({ examples: ["good.elmo"] }) }),
    answers: whoever,
    problems: ["issues"]
  },
  "POST /v1/recovery/password/question": {
    ...all,
    floor: "call",
    name: "findRecoveryQuestion",
    summary: "What is asked besides the mailed link",
    body: Schema.Struct({ token }),
    answers: { 200: { description: "The second proof.", json: recoveryQuestionViewSchema } },
    problems: ["link_refused", "recovery_locked"]
  },
  "POST /v1/recovery/password/reset": {
    ...all,
    floor: "call",
    name: "resetPassword",
    summary: "Choose another password",
    body: Schema.Struct({
      token,
      answer: Schema.optionalKey(secretText({ description: "To the secret question, where it is asked." })),
      code: Schema.optionalKey(secretText({ description: "In its place, where a code is asked." })),
      credential: secondProofFields.credential,
      newPassword: secretText()
    }),
    answers: { 204: { description: "It is chosen; every session is over." } },
    problems: ["issues", "link_refused", "answer_refused", "recovery_locked"]
  },
  "POST /v1/not-me": {
    ...all,
    floor: "call",
    name: "enterNotMeCode",
    summary: "This was not me",
    description:
      "The code of a changed logon closes that logon and puts back what was changed. The code of a new logon closes it, opens a contest, or is recorded only: that depends on where its notice went.",
    body: Schema.Struct({ code: secretText({ description: "Of the notice." }) }),
    answers: { 202: { description: "The same whatever the code.", json: nothingSchema } }
  },
  "POST /v1/letter-requests": {
    ...all,
    limits: ["letters"],
    floor: "call",
    name: "requestLetter",
    summary: "Ask for a letter to the address on file",
    body: Schema.Struct({
      idType: Schema.Literals(["SSN", "ITIN", "FEIN"]),
      id: secretText({ description: "The number, as typed.", examples: ["900-12-6789"] })
    }),
    answers: whoever,
    problems: ["issues"]
  }
})
