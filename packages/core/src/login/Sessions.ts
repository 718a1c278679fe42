import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { Session } from "./Session.ts"

/** A session as it is kept. */
export interface KeptSession extends Session {
  readonly lastSeenAt: DateTime.Utc
  readonly endedAt: DateTime.Utc | null
}

/** Finds the session of a token, which is kept as a digest only; what changes one is a change of its logon. */
export class Sessions extends Context.Service<
  Sessions,
  {
    /** The session of a token, over or not; none: nobody's. */
    readonly find: (token: Redacted.Redacted) => Effect.Effect<KeptSession | null>
    /** Moves its idle end: outside of what is locked, or two reads of one page would make each other wait. */
    readonly seen: (session: Session, now: DateTime.Utc) => Effect.Effect<void>
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
