import { Context } from "effect"
import type { Effect } from "effect"
import type { MeView } from "./SessionView.ts"

/** What a logon sees when it comes home: profile, access, e-messages. */
export class Homes extends Context.Service<Homes, { readonly of: (logonId: string) => Effect.Effect<MeView> }>()(
  "core/login/Homes"
) {}
