import { Context } from "effect"
import type { DateTime, Effect, Redacted, Result } from "effect"
import type { Keys } from "./Keys.ts"
import type { Logon } from "./Logon.ts"
import type { LogonEvent } from "./LogonEvent.ts"

/** What a logon is found by: its id, its username in any spelling, or the id of a link of a forgotten password. */
export type LogonKey = { readonly id: string } | { readonly username: string } | { readonly linkId: string }

/** The next logon, what happened, and the result for the caller. A refusal is a change too: it is stored before it is returned. */
export interface LogonDecision<A, E> {
  readonly next: Logon
  readonly events: ReadonlyArray<LogonEvent>
  readonly answer: Result.Result<A, E>
}

/** Changes a logon. Pure, except for its keys. The store calls it again after a lost race. */
export type Decide<A, E> = (logon: Logon, keys: Keys["Service"]) => LogonDecision<A, E>

/** Keeps logons: the one port that locks one. */
export class Logons extends Context.Service<
  Logons,
  {
    /** Whether a logon holds this username in any of its spellings, reserved ones among them. @rule D-18 */
    readonly usernameTaken: (username: string) => Effect.Effect<boolean>
    /** What lives of a logon at `now`, and what the tokens and codes name that were shown; null: there is none. */
    readonly find: (
      by: LogonKey,
      now: DateTime.Utc,
      shown?: ReadonlyArray<Redacted.Redacted>
    ) => Effect.Effect<Logon | null>
    /**
     * Calls `decide` and stores the difference, with audit, notices and jobs, in one transaction; nothing where nothing is
     * different and nothing happened.
     *
     * **Details**
     *
     * `logon`: its id, or the logon itself as it was just found. Stored only over what was read: a lost race is decided
     * anew on what is there then, the third time under the lock.
     */
    readonly change: <A, E>(
      logon: string | Logon,
      now: DateTime.Utc,
      decide: Decide<A, E>,
      shown?: ReadonlyArray<Redacted.Redacted>
    ) => Effect.Effect<A, E>
    /** The work of a change that is told of, for a username that nobody has. */
    readonly missNobody: (now: DateTime.Utc, events: ReadonlyArray<LogonEvent>) => Effect.Effect<void>
  }
>()("core/logon/Logons") {}
