import { DateTime, Effect, Redacted } from "effect"
import { parseEmailAddress } from "../contact/parseEmailAddress.ts"
import { Recoveries } from "./Recoveries.ts"
import { RecoveryError } from "./RecoveryError.ts"

/**
 * Mails the usernames of an address to it, if it has any.
 *
 * **Gotchas**
 *
 * Nobody is told whether it has: what was typed is kept for a job, and that is all that is done here.
 */
export const recoverUsername = Effect.fn("recoverUsername")(function* (typed: string) {
  const email = parseEmailAddress(typed)
  if ("issue" in email) {
    return yield* new RecoveryError({ reason: { _tag: "Issue", path: "email", messageId: email.issue } })
  }
  yield* (yield* Recoveries).ask("username", Redacted.make(email.value), yield* DateTime.now)
})
