import { DateTime, Effect, Result } from "effect"
import type { LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequests } from "./LogonRequests.ts"

/**
 * "Not you? Tell us": somebody has a logon for this taxpayer, and the verified person says that it is not theirs.
 *
 * **Details**
 *
 * Tells the address on file; what it does is decided when the request is approved, and freezes nothing. Open while the proof
 * stands and a logon exists.
 *
 * @rule D-34 @rule D-60
 */
export const reportNotMe = Effect.fn("reportNotMe")(function* (key: LogonRequestKey) {
  const now = yield* DateTime.now
  yield* (yield* LogonRequests).change(key, now, (draft) =>
    draft.proof?.logonExists === true
      ? Result.succeed({
          next: { ...draft, lastSeenAt: now, proof: { ...draft.proof, saysNotMe: true } },
          events: [{ _tag: "NotMeReported" }],
          answer: undefined
        })
      : Result.fail({ _tag: "StepNotOpen" })
  )
})
