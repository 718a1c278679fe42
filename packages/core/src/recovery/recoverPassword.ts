import { DateTime, Effect, Redacted } from "effect"
import { Recoveries } from "./Recoveries.ts"
import { RecoveryError } from "./RecoveryError.ts"

/** Mails a link to the address of a logon, if there is one of this username. Nobody is told whether there is. */
export const recoverPassword = Effect.fn("recoverPassword")(function* (typed: string) {
  const username = typed.trim()
  if (username === "") {
    return yield* new RecoveryError({
      reason: { _tag: "Issue", path: "username", messageId: "issue.username-missing" }
    })
  }
  yield* (yield* Recoveries).ask("password", Redacted.make(username), yield* DateTime.now)
})
