import { DateTime, Effect } from "effect"
import { RuleSets } from "../questions/RuleSets.ts"
import { HouseSettings } from "./HouseSettings.ts"
import type { LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequests } from "./LogonRequests.ts"
import { logonRequestToView } from "./logonRequestToView.ts"

/** Returns the state of a request to anyone who has its key. */
export const findLogonRequest = Effect.fn("findLogonRequest")(function* (key: LogonRequestKey) {
  const now = yield* DateTime.now
  const request = yield* (yield* LogonRequests).find(key, now)
  const { policy } = yield* (yield* RuleSets).inForce(now, request.ruleSet)
  return logonRequestToView(request, policy, yield* HouseSettings, now)
})
