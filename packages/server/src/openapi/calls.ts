import {
  answerCalls,
  logInCalls,
  logonRequestCalls,
  profileCalls,
  recoveryCalls,
  twoStepCalls
} from "@mtc-logon/core/contract"
import { asCalls } from "./asCalls.ts"
import type { Call } from "./Call.ts"
import { operationCalls } from "./operationCalls.ts"
import { rulesEngineCalls } from "./rulesEngineCalls.ts"

/** Every call of the house that somebody else may build on. */
export const calls: ReadonlyArray<Call> = [
  ...asCalls(logonRequestCalls),
  ...asCalls(answerCalls),
  ...asCalls(logInCalls),
  ...asCalls(twoStepCalls),
  ...asCalls(profileCalls),
  ...asCalls(recoveryCalls),
  ...rulesEngineCalls,
  ...operationCalls
]
