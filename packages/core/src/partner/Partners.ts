import { Context } from "effect"
import type { Effect } from "effect"
import type { Partner } from "./Partner.ts"

/** Keeps the sites that embed the request. */
export class Partners extends Context.Service<
  Partners,
  {
    /** None: nobody has this id, or it is a test partner in a house that has none. */
    readonly find: (id: string) => Effect.Effect<Partner | null>
    /** Adds a partner, or changes the one with its id. */
    readonly keep: (partner: Partner) => Effect.Effect<void>
  }
>()("core/partner/Partners") {}
