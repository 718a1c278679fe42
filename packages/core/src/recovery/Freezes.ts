import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { MailedLinkFacts } from "../logon/mailedLinkFacts.ts"
import type { NotMePart, RecoveryEvent } from "./RecoveryEvent.ts"
import type { RecoveryFacts } from "./recoveryFacts.ts"

/** What a "this was not me" code is of, read under lock. */
export interface FreezeFacts {
  readonly code: { readonly state: MailedLinkFacts["mailedLink"]["state"]; readonly expiresAt: DateTime.Utc }
  readonly part: NotMePart
  readonly status: RecoveryFacts["recovery"]["status"]
}

/** Keeps logons from being used any more. */
export class Freezes extends Context.Service<
  Freezes,
  {
    /**
     * Locks taxpayers, logon, activation code, security codes, devices, grants and request in this order, calls `decide`;
     * `freeze` closes the logon, puts back what the code is of, ends every session, device, link and code, and begins a
     * contest on the taxpayers that it is Master Administrator of. One transaction, with audit and notices.
     *
     * **Details**
     *
     * A text that is no code changes nothing, and nobody is told so.
     */
    readonly change: (
      code: Redacted.Redacted,
      now: DateTime.Utc,
      decide: (facts: FreezeFacts) => Change<"freeze" | "unchanged", RecoveryEvent, void>
    ) => Effect.Effect<void>
  }
>()("core/recovery/Freezes") {}
