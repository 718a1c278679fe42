export type {
  AnswersOf,
  BodyOf,
  CallAnswer,
  CallList,
  CallNeeds,
  CallShape,
  CallTag,
  CallWay,
  LimitName,
  ParamsOf,
  SessionNeeds
} from "./CallShape.ts"
export { answerCalls } from "./answerCalls.ts"
export { calls } from "./calls.ts"
export type { Calls } from "./calls.ts"
export { logInCalls } from "./logInCalls.ts"
export { logonRequestCalls } from "./logonRequestCalls.ts"
export { profileCalls } from "./profileCalls.ts"
export { recoveryCalls } from "./recoveryCalls.ts"
export { twoStepCalls } from "./twoStepCalls.ts"
