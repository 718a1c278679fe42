import type { Question } from "../engine/Rule.ts"
import type { Questions } from "./questions.ts"

/** The id of each question in JSON, and its name in a rule set. Page-safe. */
export const questionIds = {
  verification: "verification",
  username: "username",
  password: "password",
  "password-change": "passwordChange",
  "secret-question": "secretQuestion",
  profile: "profile",
  terms: "terms",
  role: "role",
  processing: "processing",
  contest: "contest",
  granting: "granting",
  "logon-request": "logonRequest",
  "activation-code": "activationCode",
  "security-code": "securityCode",
  "app-code": "appCode",
  "recovery-code": "recoveryCode",
  passkey: "passkey",
  "two-step-method": "twoStepMethod",
  "two-step-removal": "twoStepRemoval",
  "trusted-device": "trustedDevice",
  "log-in-tries": "logInTries",
  session: "session",
  "password-again": "passwordAgain",
  "mailed-link": "mailedLink",
  recovery: "recovery",
  "letter-request": "letterRequest"
} as const satisfies Readonly<Record<string, keyof Questions>>

export type QuestionId = keyof typeof questionIds

type Named<I extends QuestionId> = Questions[(typeof questionIds)[I]]

/** The facts that a question reads, if all are known. */
export type FactsOf<I extends QuestionId> = Named<I> extends Question<infer F, never, unknown> ? F : never

/** The grant of a question. */
export type GrantOf<I extends QuestionId> = Named<I> extends Question<never, never, infer A> ? A : never

/** Checks whether a text is the id of a question. */
export const isQuestionId = (text: string): text is QuestionId => Object.hasOwn(questionIds, text)
