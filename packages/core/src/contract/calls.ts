import { answerCalls } from "./answerCalls.ts"
import { logInCalls } from "./logInCalls.ts"
import { logonRequestCalls } from "./logonRequestCalls.ts"
import { profileCalls } from "./profileCalls.ts"
import { recoveryCalls } from "./recoveryCalls.ts"
import { twoStepCalls } from "./twoStepCalls.ts"

/** Every call of the API, by method and path, in the order of the API document. */
export const calls = {
  ...logonRequestCalls,
  ...answerCalls,
  ...logInCalls,
  ...twoStepCalls,
  ...profileCalls,
  ...recoveryCalls
}

export type Calls = typeof calls
