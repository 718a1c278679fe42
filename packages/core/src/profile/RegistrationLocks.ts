import { Context } from "effect"
import type { DateTime, Effect, Result } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { Evidence } from "../verification/claimKinds.ts"
import type { ProfileError, ProfileReason } from "./ProfileError.ts"
import type { ProfileEvent } from "../logon/LogonEvent.ts"

/** A taxpayer that a logon has a role on by its own proof. */
export interface OwnRole {
  readonly role: "MasterAdministrator" | "TaxAdministrator"
  readonly evidence: Evidence
  readonly effectiveAt: DateTime.Utc
  /** A contest is open on the taxpayer. */
  readonly contested: boolean
}

/** Keeps which taxpayers' owners closed on-line registration for their number. @rule D-37 */
export class RegistrationLocks extends Context.Service<
  RegistrationLocks,
  {
    /** Whether every taxpayer that the logon is Master Administrator of by its own proof is closed; false where there is none. */
    readonly isLocked: (logonId: string) => Effect.Effect<boolean>
    /** One transaction: reads the roles of the logon's own, calls `decide`, closes or opens those that it answers. */
    readonly change: <A>(
      logonId: string,
      now: DateTime.Utc,
      locked: boolean,
      decide: <R extends OwnRole>(
        roles: ReadonlyArray<R>
      ) => Result.Result<Change<ReadonlyArray<R>, ProfileEvent, A>, ProfileReason>
    ) => Effect.Effect<A, ProfileError>
  }
>()("core/profile/RegistrationLocks") {}
