import { Context } from "effect"
import type { DateTime, Effect, Redacted, Result } from "effect"
import type { Change } from "../decisions/Change.ts"
import type {
  Challenge,
  ChangedSecondStep,
  SecondStepStanding,
  SecondStepState,
  SecurityCodePurpose
} from "./Challenge.ts"
import type { SecurityCodeFacts } from "./securityCodeFacts.ts"
import type { TwoStepError, TwoStepReason } from "./TwoStepError.ts"
import type { TwoStepEvent } from "./TwoStepEvent.ts"
import type { TwoStepMethod } from "./TwoStepMethod.ts"
import type { TwoStepKind } from "./TwoStepPolicy.ts"

export type { Challenge, ConfirmedTokens, SecurityCodePurpose } from "./Challenge.ts"

/** When codes were sent in the last 24 hours, oldest first. */
export type SentCodes = ReadonlyArray<DateTime.Utc>

/** What another code is decided on, read under lock. */
export interface SendingFacts {
  readonly methods: ReadonlyArray<TwoStepMethod>
  /** To any way of this logon. */
  readonly sentToLogon: SentCodes
  /** The same, and to the same target by whichever logon. */
  readonly sentToTarget: SentCodes
}

/** What a typed code is decided on, read under lock. */
export interface TypedCodeFacts extends SecondStepStanding {
  /** The newest code of the challenge; null: none was sent. */
  readonly code:
    | (Pick<SecurityCodeFacts["securityCode"], "equal" | "state" | "failures"> & {
        readonly purpose: SecurityCodePurpose
        readonly kind: TwoStepKind
        readonly expiresAt: DateTime.Utc
      })
    | null
}

/** What a typed code changes. */
export interface TypedCodeState extends SecondStepState {
  readonly state: SecurityCodeFacts["securityCode"]["state"]
  readonly failures: number
}

/** Keeps security codes: who, for what, until when. The code itself is nowhere: it is derived from the id. */
export class SecurityCodes extends Context.Service<
  SecurityCodes,
  {
    /**
     * One transaction: locks the logon and its methods, calls `decide`, makes a code and kills the ones before it, enqueues
     * its notice. A code that sets up a way takes away the others of its kind that never worked.
     *
     * **Details**
     *
     * Fails with `MethodNotFound` where the method is not this logon's or gets no codes, and with the reason that `decide`
     * answers.
     */
    readonly issue: (
      challenge: Challenge,
      methodId: string,
      now: DateTime.Utc,
      decide: (
        facts: SendingFacts
      ) => Result.Result<{ readonly purpose: SecurityCodePurpose; readonly expiresAt: DateTime.Utc }, TwoStepReason>
    ) => Effect.Effect<void, TwoStepError>
    /** Whether a code that was sent waits to be typed in this session. */
    readonly isAwaited: (challenge: Challenge) => Effect.Effect<boolean>
    /**
     * One transaction: locks logon, code and session, calls `decide`, stores what it says; audit and notices follow from the
     * events. `methodId`: only a code that was sent by this method counts.
     */
    readonly change: <A>(
      challenge: Challenge,
      methodId: string | null,
      typed: Redacted.Redacted,
      now: DateTime.Utc,
      decide: (facts: TypedCodeFacts) => Change<TypedCodeState | "unchanged", TwoStepEvent, A>
    ) => ChangedSecondStep<A>
  }
>()("core/two-step/SecurityCodes") {}
