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
export { calls } from "./calls.ts"
export { profileCalls } from "./profileCalls.ts"
export type { Calls } from "./calls.ts"
