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
export { AnalysisView, QuestionAnalysis, RuleSetAnalysis } from "./AnalysisView.ts"
export { AskBatchLine, AskDecision, AskMissing, AskWhatIf } from "./AskDecision.ts"
export { DecisionView, RecordedDecisionView } from "./DecisionView.ts"
export { logonRequestCalls } from "./logonRequestCalls.ts"
export { operationCalls } from "./operationCalls.ts"
export { problems, titleOf } from "./problems.ts"
export type { ProblemCode, ProblemRow } from "./problems.ts"
export { problemSchema } from "./problemSchema.ts"
export { profileCalls } from "./profileCalls.ts"
export { recoveryCalls } from "./recoveryCalls.ts"
export { rulesEngineCalls } from "./rulesEngineCalls.ts"
export { RuleSetLine, RuleSetView, RuleView } from "./RuleSetView.ts"
export { twoStepCalls } from "./twoStepCalls.ts"
