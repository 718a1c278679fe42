import { DateTime, Effect, Result } from "effect"
import type { LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequests } from "./LogonRequests.ts"

/** Leaves a request: everything typed is gone, and nothing was made. @rule R-39 */
export const cancelLogonRequest = Effect.fn("cancelLogonRequest")(function* (key: LogonRequestKey) {
  const now = yield* DateTime.now
  yield* (yield* LogonRequests).change(key, now, () =>
    Result.succeed({ next: "cancelled", events: [{ _tag: "LogonRequestCancelled" }], answer: undefined })
  )
})
