import { Context } from "effect"
import type { DateTime, Effect, Result } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { ProfileEvent } from "../logon/LogonEvent.ts"
import type { ProfileError, ProfileReason } from "./ProfileError.ts"
import type { OwnRole } from "./RegistrationLocks.ts"

/** A taxpayer that a logon has a role on by its own proof, and when amounts were last opened for it. */
export interface OwnNumber extends OwnRole {
  readonly amountsOpenedAt: DateTime.Utc | null
}

/** Keeps when owners opened amounts for their number: earlier failures count no more for the year. @rule D-30 */
export class AmountOpenings extends Context.Service<
  AmountOpenings,
  {
    /** One transaction: locks and reads the numbers of the logon's own, calls `decide`, opens amounts for those it answers. */
    readonly open: (
      logonId: string,
      now: DateTime.Utc,
      decide: <N extends OwnNumber>(
        numbers: ReadonlyArray<N>
      ) => Result.Result<Change<ReadonlyArray<N>, ProfileEvent, void>, ProfileReason>
    ) => Effect.Effect<void, ProfileError>
  }
>()("core/profile/AmountOpenings") {}
