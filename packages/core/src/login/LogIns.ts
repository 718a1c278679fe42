import { Context } from "effect"
import type { DateTime, Effect, Redacted, Result } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { LogonStatus } from "../logon/LogonStatus.ts"
import type { TwoStepEvent } from "../two-step/TwoStepEvent.ts"
import type { TwoStepMethod } from "../two-step/TwoStepMethod.ts"
import type { TrustedDeviceFacts } from "../two-step/trustedDeviceFacts.ts"
import type { LogInError, LogInReason } from "./LogInError.ts"
import type { LogInEvent } from "./LogInEvent.ts"
import type { Session } from "./Session.ts"

/** What a person presents beside username and password. */
export interface Presented {
  readonly activationCode: Redacted.Redacted | null
  /** The tokens of this browser: one for each logon that it is trusted for. */
  readonly trustedDevices: ReadonlyArray<Redacted.Redacted>
}

/** What a log-in decides on, read under lock. */
export interface LogInFacts {
  readonly status: LogonStatus
  /** Wrong passwords since the last right one, from everywhere. */
  readonly failuresInARow: number
  /** The terms that were accepted last. */
  readonly termsVersion: string
  /** The newest activation code; `equal`: it is the one presented. `known`: the one presented is an older one of this logon. */
  readonly activation: {
    readonly equal: boolean
    readonly known: boolean
    readonly state: "open" | "used" | "superseded"
    readonly expiresAt: DateTime.Utc
    readonly resends: number
  } | null
  /** Of the tokens presented the one that is this logon's, else any; null: none is known. */
  readonly trustedDevice: Omit<TrustedDeviceFacts["trustedDevice"], "now"> | null
  readonly methods: ReadonlyArray<TwoStepMethod>
}

/** What a log-in changes. */
export interface LogInState {
  readonly failuresInARow: number
  /** Resends counted on the newest activation code; `issue`: a new one takes its place. */
  readonly activation: { readonly expiresAt: DateTime.Utc; readonly resends: number } | null
  readonly session: Pick<Session, "level" | "expiresAt" | "termsPending"> | null
  /**
   * `rotate`: a new token takes the place of the one presented. `revoke`: it was stolen: the device and the sessions that
   * came of it end. @rule D-15
   */
  readonly trustedDevice: "rotate" | "keep" | "revoke"
}

/** The tokens that a log-in makes. */
export interface LogInTokens {
  readonly session: Redacted.Redacted | null
  /** The one presented, and the one that took its place. */
  readonly trustedDevice: { readonly before: Redacted.Redacted; readonly now: Redacted.Redacted } | null
}

/** What has happened at a log-in: some of it is of the second step. */
export type AnyLogInEvent = LogInEvent | TwoStepEvent

/** Keeps what a log-in changes: logon, activation code, trusted device and session, locked in this order in one transaction. */
export class LogIns extends Context.Service<
  LogIns,
  {
    /** The logon of a username in any spelling, with its password hash; none: nobody has it. */
    readonly find: (
      username: string
    ) => Effect.Effect<{ readonly logonId: string; readonly passwordHash: Redacted.Redacted } | null>
    /** The same by its id, for a session that asks for the password again. */
    readonly passwordOf: (logonId: string) => Effect.Effect<Redacted.Redacted | null>
    /**
     * Whether one of these tokens is of a device that is trusted for this username; null: none is. Answers the device's id.
     *
     * **Gotchas**
     *
     * The same work for a username that nobody has.
     */
    readonly trustedDeviceOf: (
      username: string,
      tokens: ReadonlyArray<Redacted.Redacted>,
      now: DateTime.Utc
    ) => Effect.Effect<string | null>
    /**
     * Counts a wrong password: locks the logon, calls `decide`, stores what it says.
     *
     * **Gotchas**
     *
     * `null`, for a username that nobody has, does the same work; `decide` is given no failures, and its count is kept
     * nowhere.
     */
    readonly miss: (
      logonId: string | null,
      now: DateTime.Utc,
      decide: (failuresInARow: number) => { readonly next: number; readonly events: ReadonlyArray<LogInEvent> }
    ) => Effect.Effect<void>
    /**
     * Locks, calls `decide`, stores what it says; audit and notices follow from the events.
     *
     * **Details**
     *
     * `tokens.session` opens the session that was made, if one was. A reason that `decide` answers stores its events all
     * the same: a refused code is audited.
     */
    readonly change: <A>(
      logonId: string,
      presented: Presented,
      now: DateTime.Utc,
      decide: (
        facts: LogInFacts
      ) => Result.Result<
        Change<LogInState, AnyLogInEvent, A>,
        { readonly reason: LogInReason; readonly events: ReadonlyArray<AnyLogInEvent> }
      >
    ) => Effect.Effect<{ readonly answer: A; readonly tokens: LogInTokens }, LogInError>
  }
>()("core/login/LogIns") {}
