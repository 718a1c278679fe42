import { Context } from "effect"
import type { Effect } from "effect"
import type { Partner } from "./Partner.ts"

/** Stores the sites that embed the request. */
export class Partners extends Context.Service<
  Partners,
  {
    /** Returns the partner; null if there is none, or if it is a test partner and the server does not allow those. */
    readonly find: (id: string) => Effect.Effect<Partner | null>
    /** Adds a partner, or changes the one with its id. */
    readonly keep: (partner: Partner) => Effect.Effect<void>
  }
>()("core/partner/Partners") {}
