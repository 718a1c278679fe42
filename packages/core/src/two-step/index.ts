export * from "./rules.ts"
export { addTwoStepMethod } from "./addTwoStepMethod.ts"
export type { AddedTwoStepMethod } from "./addTwoStepMethod.ts"
export { confirmAppCode, decideAppCode } from "./confirmAppCode.ts"
export type { TypedAppCodeFacts } from "./confirmAppCode.ts"
export { confirmPasskey, decidePasskey } from "./confirmPasskey.ts"
export { confirmRecoveryCode, decideRecoveryCode } from "./confirmRecoveryCode.ts"
export type { TypedRecoveryCodeFacts } from "./confirmRecoveryCode.ts"
export { confirmSecondStep } from "./confirmSecondStep.ts"
export type { SecondStepProof } from "./confirmSecondStep.ts"
export { confirmSecurityCode, decideTypedCode } from "./confirmSecurityCode.ts"
export type { TypedCodeFacts } from "./confirmSecurityCode.ts"
export { decideSecondStep } from "./decideSecondStep.ts"
export type { SecondStepAsked } from "./decideSecondStep.ts"
export { listTwoStepMethods } from "./listTwoStepMethods.ts"
export { listTrustedDevices, revokeTrustedDevice } from "./listTrustedDevices.ts"
export type { TrustedDevice } from "./listTrustedDevices.ts"
export { makeRecoveryCodes } from "./makeRecoveryCodes.ts"
export { Passkeys } from "./Passkeys.ts"
export type { AnsweredPasskeyFacts, PasskeyAnswer } from "./Passkeys.ts"
export { PhoneRanges } from "./PhoneRanges.ts"
export { decideRemoval, removeTwoStepMethod } from "./removeTwoStepMethod.ts"
export type { DecidedRemoval } from "./removeTwoStepMethod.ts"
export { requireRecentPassword } from "./requireRecentPassword.ts"
export type {
  Browser,
  Challenge,
  ConfirmedTokens,
  DecidedSecondStep,
  SecondStepStanding,
  SecondStepState,
  SecurityCodePurpose
} from "./Challenge.ts"
export { decidePurpose, decideSend, sendSecurityCode } from "./sendSecurityCode.ts"
export type { SentCodes } from "./sendSecurityCode.ts"
export { TextPlaces } from "./TextPlaces.ts"
export { trustedDeviceToView } from "./trustedDeviceToView.ts"
export { TwoStepError } from "./TwoStepError.ts"
export type { TwoStepReason } from "./TwoStepError.ts"
export type { TwoStepEvent, Undo } from "../logon/LogonEvent.ts"
export type { TwoStepPart } from "../logon/Logon.ts"
export type { TwoStepMethod } from "./TwoStepMethod.ts"
export {
  AddedTwoStepMethodView,
  AdvisedTwoStepMethodView,
  AdviceView,
  TrustedDeviceView,
  TwoStepMethodsView,
  TwoStepMethodView
} from "./TwoStepMethodView.ts"
export type { TwoStepMethodKind } from "./TwoStepMethodView.ts"
