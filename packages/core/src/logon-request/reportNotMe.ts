import { DateTime, Effect, Result } from "effect"
import type { LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequests } from "./LogonRequests.ts"

/**
 * "Not you? Tell us": somebody has a logon for this taxpayer, and the verified person says that it is not theirs.
 *
 * **Details**
 *
 * Tells the address on file; what it does is decided when the request is approved, and freezes nothing. Open while the proof
 * stands and a logon exists. Said again for the same draft it does nothing more, and is answered the same.
 *
 * @rule D-34 @rule D-60
 */
export const reportNotMe = Effect.fn("reportNotMe")(function* (key: LogonRequestKey) {
  const now = yield* DateTime.now
  yield* (yield* LogonRequests).change(key, now, (draft) => {
    const { proof } = draft
    if (proof?.logonExists !== true) return Result.fail({ _tag: "StepNotOpen" })
    // Each report mails a letter: what was said once is not said again.
    return Result.succeed({
      next: { ...draft, lastSeenAt: now, proof: { ...proof, saysNotMe: true } },
      events: proof.saysNotMe === true ? [] : [{ _tag: "NotMeReported" }],
      answer: undefined
    })
  })
})
