import { processing, role, terms } from "../access/accessRules.ts"
import { contest, granting } from "../access/contestRules.ts"
import { letterRequest } from "../logon-request/letterRequestRules.ts"
import { logonRequest } from "../logon-request/logonRequestRules.ts"
import { activationCode } from "../logon/activationCodeRules.ts"
import { mailedLink } from "../logon/mailedLinkRules.ts"
import { password, passwordChange } from "../logon/passwordRules.ts"
import { profile } from "../logon/profileRules.ts"
import { secretQuestion } from "../logon/secretQuestionRules.ts"
import { username } from "../logon/usernameRules.ts"
import { logInTries } from "../login/logInTriesRules.ts"
import { passwordAgain, session } from "../login/sessionRules.ts"
import { appCode } from "../two-step/appCodeRules.ts"
import { passkey } from "../two-step/passkeyRules.ts"
import { recoveryCode } from "../two-step/recoveryCodeRules.ts"
import { recovery } from "../recovery/recoveryRules.ts"
import { securityCode } from "../two-step/securityCodeRules.ts"
import { trustedDevice } from "../two-step/trustedDeviceRules.ts"
import { twoStepMethod, twoStepRemoval } from "../two-step/twoStepMethodRules.ts"
import { verification } from "../verification/verificationRules.ts"

/** All questions of a rule set. Page-safe. */
export const questions = {
  verification,
  username,
  password,
  passwordChange,
  secretQuestion,
  profile,
  terms,
  role,
  processing,
  contest,
  granting,
  logonRequest,
  activationCode,
  securityCode,
  appCode,
  recoveryCode,
  passkey,
  twoStepMethod,
  twoStepRemoval,
  trustedDevice,
  logInTries,
  session,
  passwordAgain,
  mailedLink,
  recovery,
  letterRequest
} as const

export type Questions = typeof questions
