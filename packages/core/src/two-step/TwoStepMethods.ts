import { Context } from "effect"
import type { DateTime, Effect } from "effect"
import type { TwoStepEvent } from "./TwoStepEvent.ts"
import type { TwoStepMethod } from "./TwoStepMethod.ts"

/** Keeps the ways in which a logon gets security codes. */
export class TwoStepMethods extends Context.Service<
  TwoStepMethods,
  {
    /** All of a logon's, in the order they were added. */
    readonly list: (logonId: string) => Effect.Effect<ReadonlyArray<TwoStepMethod>>
    /** Adds one that is not confirmed yet; it takes the place of one of its kind that never was. One transaction. */
    readonly add: (
      logonId: string,
      method: Pick<TwoStepMethod, "kind" | "target">,
      now: DateTime.Utc,
      events: ReadonlyArray<TwoStepEvent>
    ) => Effect.Effect<TwoStepMethod>
  }
>()("core/two-step/TwoStepMethods") {}
