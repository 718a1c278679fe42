import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { RecoveryCodeFacts } from "./recoveryCodeFacts.ts"
import type { Challenge, ChangedSecondStep, SecondStepStanding, SecondStepState } from "./Challenge.ts"
import type { TwoStepEvent, Undo } from "./TwoStepEvent.ts"

/** What a recovery code is decided on, read under lock. */
export interface TypedRecoveryCodeFacts extends SecondStepStanding {
  readonly state: RecoveryCodeFacts["recoveryCode"]["state"]
}

/** Keeps recovery codes as keyed digests: what a code is, only its owner has. */
export class RecoveryCodes extends Context.Service<
  RecoveryCodes,
  {
    /** One transaction: makes new codes, of letters and digits without I, L, O and U; the ones before are dead, and `undo` kills these. */
    readonly make: (
      logonId: string,
      wanted: { readonly count: number; readonly characters: number },
      now: DateTime.Utc,
      decide: (notMeId: string) => { readonly events: ReadonlyArray<TwoStepEvent>; readonly undo: Undo }
    ) => Effect.Effect<ReadonlyArray<Redacted.Redacted>>
    /** How many of the newest are not used. */
    readonly left: (logonId: string) => Effect.Effect<number>
    /** One transaction: locks the logon and the code, calls `decide`, stores what it says; a code that confirms is used. */
    readonly change: <A>(
      challenge: Challenge,
      typed: Redacted.Redacted,
      now: DateTime.Utc,
      decide: (facts: TypedRecoveryCodeFacts) => Change<SecondStepState | "unchanged", TwoStepEvent, A>
    ) => ChangedSecondStep<A>
  }
>()("core/two-step/RecoveryCodes") {}
