import { Context } from "effect"
import type { Effect } from "effect"
import type { ActivityView } from "./ProfileView.ts"

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
