import { DateTime, Effect, Result } from "effect"
import type { LogonRequestKey } from "./LogonRequest.ts"
import { LogonRequests } from "./LogonRequests.ts"

/**
 * Reports, for "Not you? Tell us", that the existing logon for this taxpayer is not the verified person's.
 *
 * **Details**
 *
 * It writes to the address on file and freezes nothing. Its effect is decided when the request is approved. It is available while
 * the proof is valid and a logon exists. A second report for the same draft does nothing more and returns the same.
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
