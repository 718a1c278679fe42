import type { FactsOf, QuestionId } from "../../packages/core/src/questions/questionIds.ts"
import type { PolicyInForce } from "../../packages/core/src/questions/policySheet.ts"
import * as credentials from "./oracle/credentialOracles.ts"
import * as logon from "./oracle/logonOracles.ts"
import * as secondStep from "./oracle/secondStepOracles.ts"
import { verificationOracle } from "./oracle/verificationOracle.ts"

/** What must be answered to each question: the id of the first rule that says no, else `Accepted`, or the role that is granted. */
export const oracle: { readonly [I in QuestionId]: (facts: FactsOf<I>, policy: PolicyInForce) => string } = {
  verification: verificationOracle,
  username: credentials.usernameOracle,
  password: credentials.passwordOracle,
  "password-change": credentials.passwordChangeOracle,
  "secret-question": credentials.secretQuestionOracle,
  profile: credentials.profileOracle,
  terms: logon.termsOracle,
  role: logon.roleOracle,
  processing: logon.processingOracle,
  contest: logon.contestOracle,
  granting: logon.grantingOracle,
  "logon-request": logon.logonRequestOracle,
  "activation-code": logon.activationCodeOracle,
  "security-code": secondStep.securityCodeOracle,
  "app-code": secondStep.appCodeOracle,
  "recovery-code": secondStep.recoveryCodeOracle,
  passkey: secondStep.passkeyOracle,
  "two-step-method": secondStep.twoStepMethodOracle,
  "two-step-removal": secondStep.twoStepRemovalOracle,
  "trusted-device": secondStep.trustedDeviceOracle,
  "log-in-tries": logon.logInTriesOracle,
  session: logon.sessionOracle,
  "password-again": logon.passwordAgainOracle,
  "mailed-link": logon.mailedLinkOracle,
  recovery: logon.recoveryOracle,
  "letter-request": logon.letterRequestOracle
}

/** The rules that must advise somebody who is accepted. */
export const advice: {
  readonly [I in QuestionId]?: (facts: FactsOf<I>, policy: PolicyInForce) => ReadonlyArray<string>
} = {
  password: credentials.passwordAdvice,
  "password-change": credentials.passwordAdvice,
  profile: credentials.profileAdvice,
  "two-step-method": secondStep.twoStepMethodAdvice
}
