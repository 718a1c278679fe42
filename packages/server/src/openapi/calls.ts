import { profileCalls } from "@mtc-logon/core/contract"
import { answerCalls } from "./answerCalls.ts"
import { asCalls } from "./asCalls.ts"
import type { Call } from "./Call.ts"
import { logInCalls } from "./logInCalls.ts"
import { logonRequestCalls } from "./logonRequestCalls.ts"
import { operationCalls } from "./operationCalls.ts"
import { recoveryCalls } from "./recoveryCalls.ts"
import { rulesEngineCalls } from "./rulesEngineCalls.ts"
import { twoStepCalls } from "./twoStepCalls.ts"

/** Every call of the house that somebody else may build on. */
export const calls: ReadonlyArray<Call> = [
  ...logonRequestCalls,
  ...answerCalls,
  ...logInCalls,
  ...twoStepCalls,
  ...asCalls(profileCalls),
  ...recoveryCalls,
  ...rulesEngineCalls,
  ...operationCalls
]
