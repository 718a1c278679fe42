import * as Schema from "effect/Schema"
import {
  accessFactsSchema,
  contestFactsSchema,
  grantingFactsSchema,
  processingFactsSchema
} from "../access/accessFactsSchemas.ts"
import { letterRequestFactsSchema } from "../logon-request/letterRequestFactsSchema.ts"
import { activationCodeFacts } from "../logon/activationCodeFacts.ts"
import { mailedLinkFacts } from "../logon/mailedLinkFacts.ts"
import { passwordChangeFacts, passwordFacts } from "../logon/passwordFacts.ts"
import { profileFacts } from "../logon/profileFacts.ts"
import { secretQuestionFacts } from "../logon/secretQuestionFacts.ts"
import { usernameFacts } from "../logon/usernameFacts.ts"
import { logInTriesFacts } from "../login/logInTriesFacts.ts"
import { sessionFacts } from "../login/sessionFacts.ts"
import { appCodeFacts } from "../two-step/appCodeFacts.ts"
import { passkeyFacts } from "../two-step/passkeyFacts.ts"
import { recoveryCodeFacts } from "../two-step/recoveryCodeFacts.ts"
import { recoveryFacts } from "../recovery/recoveryFacts.ts"
import { securityCodeFacts } from "../two-step/securityCodeFacts.ts"
import { trustedDeviceFacts } from "../two-step/trustedDeviceFacts.ts"
import { twoStepMethodFacts } from "../two-step/twoStepMethodFacts.ts"
import { verificationFactsSchema } from "../verification/verificationFactsSchema.ts"
import { factsSchemaOf } from "./factsSchemaOf.ts"
import type { QuestionId } from "./questionIds.ts"

/** The JSON schemas of each question's facts if all of them are known, by the question's id. */
export const factsSchemas = {
  verification: verificationFactsSchema,
  username: factsSchemaOf(usernameFacts),
  password: factsSchemaOf(passwordFacts),
  "password-change": factsSchemaOf(passwordChangeFacts),
  "secret-question": factsSchemaOf(secretQuestionFacts),
  profile: factsSchemaOf(profileFacts),
  terms: accessFactsSchema,
  role: accessFactsSchema,
  processing: processingFactsSchema,
  contest: contestFactsSchema,
  granting: grantingFactsSchema,
  "logon-request": Schema.Struct({ ...verificationFactsSchema.fields, ...accessFactsSchema.fields }),
  "activation-code": factsSchemaOf(activationCodeFacts),
  "security-code": factsSchemaOf(securityCodeFacts),
  "app-code": factsSchemaOf(appCodeFacts),
  "recovery-code": factsSchemaOf(recoveryCodeFacts),
  passkey: factsSchemaOf(passkeyFacts),
  "two-step-method": factsSchemaOf(twoStepMethodFacts),
  "two-step-removal": factsSchemaOf(twoStepMethodFacts),
  "trusted-device": factsSchemaOf(trustedDeviceFacts),
  "log-in-tries": factsSchemaOf(logInTriesFacts),
  session: factsSchemaOf(sessionFacts),
  "password-again": factsSchemaOf(sessionFacts),
  "mailed-link": factsSchemaOf(mailedLinkFacts),
  recovery: factsSchemaOf(recoveryFacts),
  "letter-request": letterRequestFactsSchema
} as const satisfies Readonly<Record<QuestionId, Schema.Top>>
