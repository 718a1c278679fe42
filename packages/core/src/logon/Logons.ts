import { Context } from "effect"
import type { Effect } from "effect"

/** Keeps logons. */
export class Logons extends Context.Service<
  Logons,
  {
    /** Whether a logon holds this username in any of its spellings, reserved ones among them. @rule D-18 */
    readonly usernameTaken: (username: string) => Effect.Effect<boolean>
  }
>()("core/logon/Logons") {}
