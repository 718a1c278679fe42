import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { Session } from "./Session.ts"

/** A session as it is kept. */
export interface KeptSession extends Session {
  readonly lastSeenAt: DateTime.Utc
  readonly endedAt: DateTime.Utc | null
}

/** Keeps sessions; a token is kept as a digest only. */
export class Sessions extends Context.Service<
  Sessions,
  {
    /** The session of a token, over or not; none: nobody's. */
    readonly find: (token: Redacted.Redacted) => Effect.Effect<KeptSession | null>
    /** Moves its idle end. */
    readonly seen: (session: Session, now: DateTime.Utc) => Effect.Effect<void>
    /** Ends a session at once; ended twice is ended. One transaction with its audit. */
    readonly end: (session: Session, now: DateTime.Utc) => Effect.Effect<void>
  }
>()("core/login/Sessions") {}
