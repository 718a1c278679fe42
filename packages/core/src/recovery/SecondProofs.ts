import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { PasskeyAnswer } from "../two-step/Passkeys.ts"

/** What is shown besides the link: what was typed, of an app or a recovery code, or what a passkey signed. */
export type SecondProof = { readonly code: Redacted.Redacted } | { readonly credential: PasskeyAnswer }

/** The link that is answered, and whose it is. */
export interface AnsweredLink {
  readonly logonId: string
  readonly recoveryId: string
}

/** What proves a person besides the mailed link where no secret question does: an app, a passkey, a recovery code. @rule D-47 */
export class SecondProofs extends Context.Service<
  SecondProofs,
  {
    /** Whether the logon has any. */
    readonly has: (logonId: string) => Effect.Effect<boolean>
    /**
     * Makes a challenge that is good for this link alone and kills the ones before it: the options of
     * `navigator.credentials.get`, as JSON; null: no passkey of the logon works.
     */
    readonly beginPasskey: (
      link: AnsweredLink,
      now: DateTime.Utc,
      expiresAt: DateTime.Utc
    ) => Effect.Effect<Readonly<Record<string, unknown>> | null>
    /**
     * Whether what was shown is one of them, now; it is used by that.
     *
     * **Gotchas**
     *
     * A code to the mailbox that got the link is none.
     */
    readonly confirm: (link: AnsweredLink, shown: SecondProof, now: DateTime.Utc) => Effect.Effect<boolean>
  }
>()("core/recovery/SecondProofs") {}
