import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { LogInEvent } from "./LogInEvent.ts"
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
    /** Goes on under a new id, with the password typed just now; answers the new token. One transaction with its audit. */
    readonly renew: (session: Session, now: DateTime.Utc) => Effect.Effect<Redacted.Redacted>
    /** Ends every session of the logon but this one, or this one too, and trusts none of its devices any more. One transaction. */
    readonly endAll: (
      session: Session,
      including: "others" | "this-one-too",
      now: DateTime.Utc,
      events: ReadonlyArray<LogInEvent>
    ) => Effect.Effect<void>
    /** Keeps which terms were accepted, and opens the session that waited for it. One transaction with its audit. */
    readonly acceptTerms: (session: Session, accepted: AcceptedTerms, now: DateTime.Utc) => Effect.Effect<void>
    /** What the logon gave when it was asked who it is: its terms certify that number. */
    readonly idTypeOf: (logonId: string) => Effect.Effect<"SSN" | "ITIN" | "FEIN">
  }
>()("core/login/Sessions") {}

/** The text that was accepted. @rule D-44 */
export interface AcceptedTerms {
  readonly version: string
  /** BCP 47: the language it was read in. */
  readonly locale: string
  /** SHA-256, hex, of the text as it was shown. */
  readonly textHash: string
}
