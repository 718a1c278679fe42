import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"

/** What proves a person besides the mailed link where no secret question does: an app, a passkey, a recovery code. @rule D-47 */
export class SecondProofs extends Context.Service<
  SecondProofs,
  {
    /** Whether the logon has any. */
    readonly has: (logonId: string) => Effect.Effect<boolean>
    /**
     * Whether what was typed is one of them, now; it is used by that.
     *
     * **Gotchas**
     *
     * A code to the mailbox that got the link is none.
     */
    readonly confirm: (logonId: string, typed: Redacted.Redacted, now: DateTime.Utc) => Effect.Effect<boolean>
  }
>()("core/recovery/SecondProofs") {}
