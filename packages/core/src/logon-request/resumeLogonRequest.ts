import { DateTime, Effect } from "effect"
import type { Redacted } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { HouseSettings } from "./HouseSettings.ts"
import type { LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequests } from "./LogonRequests.ts"
import { logonRequestToView } from "./logonRequestToView.ts"

/** How long a resume code lives. @rule D-28 */
const resumeCodeSeconds = 60

/** Makes the code with which a person goes on in another tab; it lives a minute and is used once. @rule D-28 */
export const makeResumeCode = Effect.fn("makeResumeCode")(function* (key: LogonRequestKey) {
  const now = yield* DateTime.now
  return yield* (yield* LogonRequests).makeResumeCode(key, now, DateTime.add(now, { seconds: resumeCodeSeconds }))
})

/**
 * Goes on with a request where its code was taken.
 *
 * **Details**
 *
 * The request gets a new key; the old one, its sockets and its tickets are dead, so that nobody can finish a request that
 * somebody else proved. Fails with `NotFound` for a code that is used, too old or none.
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
