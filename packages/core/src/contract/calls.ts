import { answerCalls } from "./answerCalls.ts"
import { logInCalls } from "./logInCalls.ts"
import { logonRequestCalls } from "./logonRequestCalls.ts"
import { operationCalls } from "./operationCalls.ts"
import { profileCalls } from "./profileCalls.ts"
import { recoveryCalls } from "./recoveryCalls.ts"
import { rulesEngineCalls } from "./rulesEngineCalls.ts"
import { twoStepCalls } from "./twoStepCalls.ts"

/** Every call of the API, by method and path, in the order of the API document. */
export const calls = {
  ...logonRequestCalls,
  ...answerCalls,
  ...logInCalls,
  ...twoStepCalls,
  ...profileCalls,
  ...recoveryCalls,
  ...rulesEngineCalls,
  ...operationCalls
}

export type Calls = typeof calls
