import { Context } from "effect"
import type { Effect } from "effect"
import type { TwoStepError } from "./TwoStepError.ts"

/** How many text messages the server sends in a day. */
export class TextPlaces extends Context.Service<
  TextPlaces,
  {
    /** Takes the place of one; fails with `TextsUsedUp` where none is left. */
    readonly take: Effect.Effect<void, TwoStepError>
    /** Gives back the place of one that was not sent. */
    readonly giveBack: Effect.Effect<void>
  }
>()("core/two-step/TextPlaces") {}
