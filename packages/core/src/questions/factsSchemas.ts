import * as Schema from "effect/Schema"
import {
  accessFactsSchema,
  processingFactsSchema,
  contestFactsSchema,
  grantingFactsSchema
} from "../access/accessFactsSchemas.ts"
import { letterRequestFactsSchema } from "../logon-request/letterRequestFactsSchema.ts"
import {
  activationCodeFactsSchema,
  mailedLinkFactsSchema,
  passwordChangeFactsSchema,
  passwordFactsSchema,
  profileFactsSchema,
  secretQuestionFactsSchema,
  usernameFactsSchema
} from "../logon/logonFactsSchemas.ts"
import { logInTriesFactsSchema, sessionFactsSchema } from "../login/loginFactsSchemas.ts"
import {
  appCodeFactsSchema,
  passkeyFactsSchema,
  recoveryCodeFactsSchema,
  securityCodeFactsSchema,
  trustedDeviceFactsSchema,
  twoStepMethodFactsSchema
} from "../two-step/twoStepFactsSchemas.ts"
import { recoveryFactsSchema } from "../recovery/recoveryFactsSchema.ts"
import { verificationFactsSchema } from "../verification/verificationFactsSchema.ts"
import type { QuestionId } from "./questionIds.ts"

/** The JSON schemas of each question's facts if all of them are known, by the question's id. */
export const factsSchemas = {
  verification: verificationFactsSchema,
  username: usernameFactsSchema,
  password: passwordFactsSchema,
  "password-change": passwordChangeFactsSchema,
  "secret-question": secretQuestionFactsSchema,
  profile: profileFactsSchema,
  terms: accessFactsSchema,
  role: accessFactsSchema,
  processing: processingFactsSchema,
  contest: contestFactsSchema,
  granting: grantingFactsSchema,
  "logon-request": Schema.Struct({ ...verificationFactsSchema.fields, ...accessFactsSchema.fields }),
  "activation-code": activationCodeFactsSchema,
  "security-code": securityCodeFactsSchema,
  "app-code": appCodeFactsSchema,
  "recovery-code": recoveryCodeFactsSchema,
  passkey: passkeyFactsSchema,
  "two-step-method": twoStepMethodFactsSchema,
  "two-step-removal": twoStepMethodFactsSchema,
  "trusted-device": trustedDeviceFactsSchema,
  "log-in-tries": logInTriesFactsSchema,
  session: sessionFactsSchema,
  "password-again": sessionFactsSchema,
  "mailed-link": mailedLinkFactsSchema,
  recovery: recoveryFactsSchema,
  "letter-request": letterRequestFactsSchema
} as const satisfies Readonly<Record<QuestionId, Schema.Top>>
