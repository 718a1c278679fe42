import { Context } from "effect"
import type { DateTime, Effect, Redacted, Result } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { TwoStepMethod } from "../two-step/TwoStepMethod.ts"
import type { TrustedDeviceFacts } from "../two-step/trustedDeviceFacts.ts"
import type { LogInError, LogInReason } from "./LogInError.ts"
import type { LogInEvent } from "./LogInEvent.ts"
import type { Session } from "./Session.ts"

/** What a person presents beside username and password. */
export interface Presented {
  readonly activationCode: Redacted.Redacted | null
  /** The token of this browser. */
  readonly trustedDevice: Redacted.Redacted | null
}

/** What a log-in decides on, read under lock. */
export interface LogInFacts {
  /** `reserved`: submitted, not approved. `approved`: waits for its first log-in. */
  readonly status: "reserved" | "approved" | "active" | "frozen" | "expired"
  /** The newest activation code; `equal`: it is the one presented. `known`: the one presented is an older one of this logon. */
  readonly activation: {
    readonly equal: boolean
    readonly known: boolean
    readonly state: "open" | "used" | "superseded"
    readonly expiresAt: DateTime.Utc
    readonly resends: number
  } | null
  readonly trustedDevice: Omit<TrustedDeviceFacts["trustedDevice"], "now"> | null
  readonly methods: ReadonlyArray<TwoStepMethod>
}

/** What a log-in changes. */
export interface LogInState {
  readonly status: LogInFacts["status"]
  /** Resends counted on the newest activation code; `issue`: a new one takes its place. */
  readonly activation: { readonly expiresAt: DateTime.Utc; readonly resends: number } | null
  readonly session: Pick<Session, "level" | "expiresAt"> | null
}

/** Keeps what a log-in changes: logon, activation code, trusted device and session, locked in this order in one transaction. */
export class LogIns extends Context.Service<
  LogIns,
  {
    /** The logon of a username in any spelling, with its password hash; none: nobody has it. */
    readonly find: (
      username: string
    ) => Effect.Effect<{ readonly logonId: string; readonly passwordHash: Redacted.Redacted } | null>
    /**
     * Locks, calls `decide`, stores what it says; audit and notices follow from the events.
     *
     * **Details**
     *
     * `token` opens the session that was made, if one was. A reason that `decide` answers stores its events all the same:
     * a refused code is audited.
     */
    readonly change: <A>(
      logonId: string,
      presented: Presented,
      now: DateTime.Utc,
      decide: (
        facts: LogInFacts
      ) => Result.Result<
        Change<LogInState, LogInEvent, A>,
        { readonly reason: LogInReason; readonly events: ReadonlyArray<LogInEvent> }
      >
    ) => Effect.Effect<{ readonly answer: A; readonly token: Redacted.Redacted | null }, LogInError>
  }
>()("core/login/LogIns") {}
