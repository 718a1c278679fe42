import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { Session } from "./Session.ts"

/** Keeps sessions; a token is kept as a digest only. */
export class Sessions extends Context.Service<
  Sessions,
  {
    /** The session that a token opens, moved on to `expiresAt(session)`; none where it is over, ended or nobody's. */
    readonly find: (token: Redacted.Redacted, now: DateTime.Utc, idleMinutes: number) => Effect.Effect<Session | null>
    /** Ends a session at once; ended twice is ended. */
    readonly end: (session: Session, now: DateTime.Utc) => Effect.Effect<void>
  }
>()("core/login/Sessions") {}
