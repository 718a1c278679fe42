import type { DateTime, Redacted, Result } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { LogonStatus } from "../logon/LogonStatus.ts"
import type { DeviceName } from "./parseDeviceName.ts"
import type { TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepEvent, Undo } from "../logon/LogonEvent.ts"

/** The browser that asks. */
export interface Browser {
  readonly name: DeviceName
  /** The logon was opened with it before. */
  readonly isKnown: boolean
}

/** Who is asked for a second step. Its confirmation is valid only for this session. */
export interface Challenge {
  readonly logonId: string
  readonly sessionId: string
  /** What this session has shown so far. */
  readonly level: "password" | "two-step"
  /** When the password was last typed in it. */
  readonly passwordAt: DateTime.Utc
  readonly browser: Browser
}

/** `set-up` proves that a new method works. `log-in` is the second step. */
export type SecurityCodePurpose = "set-up" | "log-in"

/** What every second step is decided on, as the logon stands. */
export interface SecondStepStanding {
  readonly status: LogonStatus
  /** Over all ways and codes of the logon. */
  readonly failuresInARow: number
  readonly lockedUntil: DateTime.Utc | null
  /** The terms that the logon accepted last. */
  readonly termsVersion: string
  /** The id of the code that undoes what this second step may change. */
  readonly notMeId: string
  /** The session came by an activation link that a newer one has replaced: it ends no first log-in. @rule D-13 */
  readonly ofDeadLink: boolean
  /** Whether a way works besides the one that is confirmed now. */
  readonly othersWork: boolean
}

/** What a second step changes. */
export interface SecondStepState {
  readonly failuresInARow: number
  readonly lockedUntil: DateTime.Utc | null
  /** The method works from now on, and the session rises to "two-step" under a new token. */
  readonly confirmed: boolean
  /** The session that rises goes no further before the terms in force are accepted. @rule D-44 */
  readonly termsPending: boolean
  /** This browser is trusted until then; null: it is not. */
  readonly trustDeviceUntil: DateTime.Utc | null
  /** The first log-in is over: the logon is active, its role effective, its activation code used. @rule D-13 */
  readonly activates: boolean
  /** The first way works: whatever else was begun by the password alone is gone. */
  readonly endsPending: boolean
  /** A way was added: the other sessions and all trusted devices of the logon end with it. */
  readonly endsOthers: boolean
  /** What puts the ways back as they were; null: nothing is to be put back. @rule D-26 */
  readonly undo: Undo | null
}

/** What a second step comes to. */
export type DecidedSecondStep<S extends SecondStepState = SecondStepState> = Change<
  S | "unchanged",
  TwoStepEvent,
  Result.Result<void, TwoStepReason>
>

/** The tokens that a confirmed second step makes, and whether the terms stand in between. */
export interface ConfirmedTokens {
  readonly session: Redacted.Redacted | null
  readonly trustedDevice: Redacted.Redacted | null
  readonly termsPending: boolean
}

/** What a second step makes that confirmed nothing. */
export const noTokens: ConfirmedTokens = { session: null, trustedDevice: null, termsPending: false }
