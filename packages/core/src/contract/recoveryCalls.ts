import * as Schema from "effect/Schema"
import { RecoveryQuestionView } from "../recovery/RecoveryQuestionView.ts"
import { callsOf } from "./callsOf.ts"
import { nothingSchema } from "./nothingSchema.ts"
import { secondProofFields } from "./secondProofFields.ts"
import { secretText } from "./secretText.ts"

const all = { tag: "Ways back", from: "our-pages", needs: "nobody", limits: ["recoveryPerAddress"] } as const
const whoever = { 202: { description: "The response is the same for everyone.", json: nothingSchema } } as const
const token = secretText({ description: "The token from the mailed link." })

/**
 * The calls that recover a logon, for people who cannot log in.
 *
 * **Gotchas**
 *
 * Status, body, headers and work are the same whether or not a logon has what was typed: a job looks it up. Above the limit for
 * one username or address, the server sends no mail and does not say so. Asking locks nothing.
 *
 * @rule D-47
 */
export const recoveryCalls = callsOf({
  "POST /v1/recovery/username": {
    ...all,
    name: "recoverUsername",
    summary: "Recover a username",
    body: Schema.Struct({ email: Schema.String.annotate({ examples: ["good.elmo@example.com"] }) }),
    answers: whoever,
    problems: ["issues"]
  },
  "POST /v1/recovery/password": {
    ...all,
    name: "recoverPassword",
    summary: "Recover a password",
    body: Schema.Struct({ username: Schema.String.annotate({ examples: ["good.elmo"] }) }),
    answers: whoever,
    problems: ["issues"]
  },
  "POST /v1/recovery/password/question": {
    ...all,
    floor: "call",
    name: "findRecoveryQuestion",
    summary: "Read the second proof for a new password",
    body: Schema.Struct({ token }),
    answers: { 200: { description: "The second proof.", json: RecoveryQuestionView } },
    problems: ["link_refused", "recovery_locked"]
  },
  "POST /v1/recovery/password/reset": {
    ...all,
    floor: "call",
    name: "resetPassword",
    summary: "Choose a new password",
    body: Schema.Struct({
      token,
      answer: Schema.optionalKey(secretText({ description: "The answer to the secret question, if there is one." })),
      code: Schema.optionalKey(secretText({ description: "A code, if the second proof is a code." })),
      credential: secondProofFields.credential,
      newPassword: secretText()
    }),
    answers: { 204: { description: "The password is changed, and every session has ended." } },
    problems: ["issues", "link_refused", "answer_refused", "recovery_locked"]
  },
  "POST /v1/not-me": {
    ...all,
    floor: "call",
    name: "enterNotMeCode",
    summary: 'Report "this was not me"',
    description:
      "The code for a changed logon closes that logon and undoes the change. The code for a new logon closes it, opens a contest, or is only recorded, depending on where the server sent its notice.",
    body: Schema.Struct({ code: secretText({ description: "The code from the notice." }) }),
    answers: { 202: { description: "The response is the same for every code.", json: nothingSchema } }
  },
  "POST /v1/letter-requests": {
    ...all,
    limits: ["letters"],
    floor: "call",
    name: "requestLetter",
    summary: "Request a letter to the address on file",
    body: Schema.Struct({
      idType: Schema.Literals(["SSN", "ITIN", "FEIN"]),
      id: secretText({ description: "The number, as typed.", examples: ["900-12-6789"] })
    }),
    answers: whoever,
    problems: ["issues"]
  }
})
