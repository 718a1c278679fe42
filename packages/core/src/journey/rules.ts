export { logonRequestJourney } from "./logonRequestJourney.ts"
export type { AnsweredStepId, Step, StepId, Undone } from "./logonRequestJourney.ts"
export { firstOpenStep, stepBefore, stepsOnTheWay } from "./stepsOnTheWay.ts"
export type { Moves } from "./stepsOnTheWay.ts"
