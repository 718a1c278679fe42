import { Context } from "effect"
import type { DateTime, Effect, Redacted, Result } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { SecurityCodeFacts } from "./securityCodeFacts.ts"
import type { TwoStepError, TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepEvent } from "./TwoStepEvent.ts"
import type { TwoStepKind } from "./TwoStepPolicy.ts"

/** Who is asked for a code: a code is good for this session alone. */
export interface Challenge {
  readonly logonId: string
  readonly sessionId: string
  /** What this session has shown so far. */
  readonly level: "password" | "two-step"
}

/** `set-up` proves that codes arrive at a new target; `log-in` is the second step. */
export type SecurityCodePurpose = "set-up" | "log-in"

/** When codes went to this logon or to this target in the last 24 hours, oldest first. */
export type SentCodes = ReadonlyArray<DateTime.Utc>

/** What a typed code is decided on, read under lock. */
export interface TypedCodeFacts {
  /** The newest code of the challenge; null: none was sent. */
  readonly code:
    | (Pick<SecurityCodeFacts["securityCode"], "equal" | "state" | "failures"> & {
        readonly purpose: SecurityCodePurpose
        readonly kind: TwoStepKind
        readonly expiresAt: DateTime.Utc
      })
    | null
  /** Over all codes of the logon. */
  readonly failuresInARow: number
  readonly lockedUntil: DateTime.Utc | null
}

/** What a typed code changes. */
export interface TypedCodeState {
  readonly state: SecurityCodeFacts["securityCode"]["state"]
  readonly failures: number
  readonly failuresInARow: number
  readonly lockedUntil: DateTime.Utc | null
  /** The method works from now on, and the session rises to "two-step" under a new token. */
  readonly confirmed: boolean
  /** This browser is trusted until then; null: it is not. */
  readonly trustDeviceUntil: DateTime.Utc | null
}

/** The tokens that a confirmed code makes. */
export interface ConfirmedTokens {
  readonly session: Redacted.Redacted | null
  readonly trustedDevice: Redacted.Redacted | null
}

/** Keeps security codes: who, for what, until when. The code itself is nowhere: it is derived from the id. */
export class SecurityCodes extends Context.Service<
  SecurityCodes,
  {
    /**
     * One transaction: locks the logon's counters, calls `decide`, makes a code and kills the ones before it, enqueues its
     * notice.
     *
     * **Details**
     *
     * Fails with `MethodNotFound` where the method is not this logon's or, for a log-in, not confirmed, and with the reason
     * that `decide` answers.
     */
    readonly issue: (
      challenge: Challenge,
      methodId: string,
      purpose: SecurityCodePurpose,
      now: DateTime.Utc,
      decide: (sent: SentCodes) => Result.Result<{ readonly expiresAt: DateTime.Utc }, TwoStepReason>
    ) => Effect.Effect<void, TwoStepError>
    /** One transaction: locks logon, code and session, calls `decide`, stores what it says; audit and notices follow from the events. */
    readonly change: <A>(
      challenge: Challenge,
      typed: Redacted.Redacted,
      now: DateTime.Utc,
      decide: (facts: TypedCodeFacts) => Change<TypedCodeState | "unchanged", TwoStepEvent, A>
    ) => Effect.Effect<{ readonly answer: A; readonly tokens: ConfirmedTokens }>
    /** The newest open code of a challenge, for the Populate link of development houses; the layer of any other has none. @rule R-37 */
    readonly forDevelopment: (challenge: Challenge) => Effect.Effect<Redacted.Redacted | null>
  }
>()("core/two-step/SecurityCodes") {}
