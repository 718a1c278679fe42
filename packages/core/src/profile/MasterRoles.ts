import { Context } from "effect"
import type { DateTime, Effect, Redacted, Result } from "effect"
import type { ContestEvent } from "../access/ContestEvent.ts"
import type { TaxpayerAccess } from "../access/TaxpayerAccess.ts"
import type { Change } from "../decisions/Change.ts"
import type { VerificationClaim } from "../verification/VerificationClaim.ts"
import type { ProfileError, ProfileReason } from "./ProfileError.ts"
import type { ProfileEvent } from "../logon/LogonEvent.ts"
import type { OwnRole } from "./RegistrationLocks.ts"

/** A role of a Master Administrator that rests on a proof of their own. */
export interface MasterRole extends OwnRole {
  readonly grantId: string
  /** Whose number it is, as it was claimed. */
  readonly taxpayer: Redacted.Redacted<Pick<VerificationClaim, "taxpayerType" | "idType" | "id" | "accountType">>
  /** The letter that was asked about went to this taxpayer. */
  readonly isMailedTo: boolean
}

/** What a letter code is decided on, read under lock. */
export interface LetterCodeFacts {
  readonly letterIsLive: boolean
  /** null: there is no such letter. */
  readonly letterMailedAt: DateTime.Utc | null
  readonly access: TaxpayerAccess
  /** null: it ended meanwhile. */
  readonly role: OwnRole | null
}

/** Keeps what the roles of Master Administrators rest on. @rule D-25 */
export class MasterRoles extends Context.Service<
  MasterRoles,
  {
    /** Those of a logon that are effective, in one order. */
    readonly of: (logonId: string, letterId: Redacted.Redacted | null) => Effect.Effect<ReadonlyArray<MasterRole>>
    /**
     * One transaction: locks taxpayer, letter and role, calls `decide`; the letter is used and the role rests on it. `settled`
     * ends the contest, and every other access by a proof of its own with its sessions and devices.
     */
    readonly confirm: (
      grantId: string,
      letterId: Redacted.Redacted,
      now: DateTime.Utc,
      decide: (
        facts: LetterCodeFacts
      ) => Result.Result<Change<"confirmed" | "settled", ProfileEvent | ContestEvent, void>, ProfileReason>
    ) => Effect.Effect<void, ProfileError>
  }
>()("core/profile/MasterRoles") {}
