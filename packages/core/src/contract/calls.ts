import { answerCalls } from "./answerCalls.ts"
import { logInCalls } from "./logInCalls.ts"
import { logonRequestCalls } from "./logonRequestCalls.ts"
import { operationCalls } from "./operationCalls.ts"
import { profileCalls } from "./profileCalls.ts"
import { recoveryCalls } from "./recoveryCalls.ts"
import { rulesEngineCalls } from "./rulesEngineCalls.ts"
import { twoStepCalls } from "./twoStepCalls.ts"

/**
 * The type of the list.
 *
 * **Gotchas**
 *
 * By the names of the chapters: written out it is 95 kB of declarations, and an incremental build keeps them when a chapter changes.
 */
export type Calls = typeof logonRequestCalls &
  typeof answerCalls &
  typeof logInCalls &
  typeof twoStepCalls &
  typeof profileCalls &
  typeof recoveryCalls &
  typeof rulesEngineCalls &
  typeof operationCalls

/** Every call of the API, by method and path, in the order of the API document. */
export const calls: Calls = {
  ...logonRequestCalls,
  ...answerCalls,
  ...logInCalls,
  ...twoStepCalls,
  ...profileCalls,
  ...recoveryCalls,
  ...rulesEngineCalls,
  ...operationCalls
}
