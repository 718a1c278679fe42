export * from "./rules.ts"
export { addTwoStepMethod } from "./addTwoStepMethod.ts"
export { confirmSecurityCode } from "./confirmSecurityCode.ts"
export { SecurityCodes } from "./SecurityCodes.ts"
export type {
  Challenge,
  ConfirmedTokens,
  SecurityCodePurpose,
  SentCodes,
  TypedCodeFacts,
  TypedCodeState
} from "./SecurityCodes.ts"
export { sendSecurityCode } from "./sendSecurityCode.ts"
export { TwoStepError, TwoStepReason } from "./TwoStepError.ts"
export type { TwoStepEvent } from "./TwoStepEvent.ts"
export type { TwoStepMethod } from "./TwoStepMethod.ts"
export { TwoStepMethods } from "./TwoStepMethods.ts"
export type { TwoStepMethodKind, TwoStepMethodView } from "./TwoStepMethodView.ts"
