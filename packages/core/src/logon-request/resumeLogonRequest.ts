import { DateTime, Effect } from "effect"
import type { Redacted } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { HouseSettings } from "./HouseSettings.ts"
import type { LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequests } from "./LogonRequests.ts"
import { logonRequestToView } from "./logonRequestToView.ts"

/** How long a resume code lives. @rule D-28 */
const resumeCodeSeconds = 60

/** Creates the code with which a person continues in another tab. It works once, for one minute. @rule D-28 */
export const makeResumeCode = Effect.fn("makeResumeCode")(function* (key: LogonRequestKey) {
  const now = yield* DateTime.now
  return yield* (yield* LogonRequests).makeResumeCode(key, now, DateTime.add(now, { seconds: resumeCodeSeconds }))
})

/**
 * Continues a request in the tab that has its code.
 *
 * **Details**
 *
 * The request gets a new key. The old key, its sockets and its tickets stop working, so that no one can finish a request that
 * someone else proved. It fails with `NotFound` for a code that is used, too old or unknown.
 *
 * @rule D-28
 */
export const resumeLogonRequest = Effect.fn("resumeLogonRequest")(function* (code: Redacted.Redacted) {
  const now = yield* DateTime.now
  const requests = yield* LogonRequests
  const key = yield* requests.resume(code, now)
  const request = yield* requests.find(key, now)
  const { policy } = yield* (yield* RuleSets).inForce(now, request.ruleSet)
  return { key, view: logonRequestToView(request, policy, yield* HouseSettings, now) }
})
