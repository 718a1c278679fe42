import { Context } from "effect"
import type { DateTime, Effect, Redacted, Result } from "effect"
import type { Challenge } from "./Challenge.ts"
import type { TwoStepError, TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepEvent, Undo } from "./TwoStepEvent.ts"
import type { TwoStepMethod } from "./TwoStepMethod.ts"

/** What follows from a way that may go; `undo`: what puts it back, null where it never worked. */
export interface DecidedRemoval {
  readonly events: ReadonlyArray<TwoStepEvent>
  readonly undo: Undo | null
}

/** Keeps the ways in which a logon gets security codes. */
export class TwoStepMethods extends Context.Service<
  TwoStepMethods,
  {
    /** All of a logon's, in the order they were added. */
    readonly list: (logonId: string) => Effect.Effect<ReadonlyArray<TwoStepMethod>>
    /**
     * Adds one that is not confirmed yet; it takes the place of one of its kind that never was, unless a code to that one
     * waits to be typed: then the place is taken when a code to the new one is sent. One transaction.
     *
     * **Details**
     *
     * `secret`: of an authentication app; sealed, and shown never again.
     */
    readonly add: (
      logonId: string,
      method: Pick<TwoStepMethod, "kind" | "target"> & { readonly secret?: Redacted.Redacted },
      now: DateTime.Utc,
      events: ReadonlyArray<TwoStepEvent>
    ) => Effect.Effect<TwoStepMethod>
    /**
     * Locks the logon and its methods, calls `decide`, removes the method, kills its codes and, where it worked, ends the
     * other sessions and all trusted devices. One transaction.
     *
     * **Details**
     *
     * Fails with the reason that `decide` answers.
     */
    readonly remove: (
      challenge: Challenge,
      methodId: string,
      now: DateTime.Utc,
      decide: (methods: ReadonlyArray<TwoStepMethod>, notMeId: string) => Result.Result<DecidedRemoval, TwoStepReason>
    ) => Effect.Effect<void, TwoStepError>
  }
>()("core/two-step/TwoStepMethods") {}
