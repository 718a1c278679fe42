import * as Schema from "effect/Schema"
import { accessFactsSchema, processingFactsSchema } from "../access/accessFactsSchema.ts"
import { contestFactsSchema, grantingFactsSchema } from "../access/contestFactsSchema.ts"
import { letterRequestFactsSchema } from "../logon-request/letterRequestFactsSchema.ts"
import { activationCodeFactsSchema } from "../logon/activationCodeFactsSchema.ts"
import { mailedLinkFactsSchema } from "../logon/mailedLinkFactsSchema.ts"
import { passwordChangeFactsSchema, passwordFactsSchema } from "../logon/passwordFactsSchema.ts"
import { profileFactsSchema } from "../logon/profileFactsSchema.ts"
import { secretQuestionFactsSchema } from "../logon/secretQuestionFactsSchema.ts"
import { usernameFactsSchema } from "../logon/usernameFactsSchema.ts"
import { logInTriesFactsSchema } from "../login/logInTriesFactsSchema.ts"
import { sessionFactsSchema } from "../login/sessionFactsSchema.ts"
import { appCodeFactsSchema } from "../two-step/appCodeFactsSchema.ts"
import { passkeyFactsSchema } from "../two-step/passkeyFactsSchema.ts"
import { recoveryCodeFactsSchema } from "../two-step/recoveryCodeFactsSchema.ts"
import { recoveryFactsSchema } from "../recovery/recoveryFactsSchema.ts"
import { securityCodeFactsSchema } from "../two-step/securityCodeFactsSchema.ts"
import { trustedDeviceFactsSchema } from "../two-step/trustedDeviceFactsSchema.ts"
import { twoStepMethodFactsSchema } from "../two-step/twoStepMethodFactsSchema.ts"
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
