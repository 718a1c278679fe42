import { Context } from "effect"
import type { Effect, Redacted } from "effect"

/** The passwords that many people have, and that an attacker tries first. */
export class CommonPasswords extends Context.Service<
  CommonPasswords,
  {
    /** Whether a password is on the list; case does not count. @rule D-19 */
    readonly includes: (password: Redacted.Redacted) => Effect.Effect<boolean>
  }
>()("core/logon/CommonPasswords") {}
