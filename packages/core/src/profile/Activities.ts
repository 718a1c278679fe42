import { Context } from "effect"
import type { Effect } from "effect"

/** One thing that was done with a number, in words: a wording id and what stands in it. Never a name, amount or number. */
export interface ActivityView {
  readonly messageId: string
  readonly params: Readonly<Record<string, string>>
  /** RFC 3339. */
  readonly at: string
}

/** Reads who used a number: "Who used my number?". */
export class Activities extends Context.Service<
  Activities,
  {
    /**
     * Decisions, looks of staff at them, requests and letters on the taxpayers that a logon is Master Administrator of by its own proof, newest first.
     *
     * **Gotchas**
     *
     * Nobody else: a person who came later learns nothing of what the owner did, or the owner's spouse.
     */
    readonly of: (logonId: string) => Effect.Effect<ReadonlyArray<ActivityView>>
  }
>()("core/profile/Activities") {}
