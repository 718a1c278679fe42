import { Context } from "effect"
import type { DateTime, Effect, Redacted } from "effect"
import type { ContestEvent } from "../access/ContestEvent.ts"
import type { NotMeChannel } from "../access/notMeRules.ts"
import type { OpenContest, TaxpayerAccess } from "../access/TaxpayerAccess.ts"
import type { LetterEvent } from "../logon-request/LetterEvent.ts"
import type { LogonStatus } from "../logon/LogonStatus.ts"
import type { MailedLinkFacts } from "../logon/mailedLinkFacts.ts"
import type { RecoveryEvent } from "../logon/LogonEvent.ts"
import type { NotMePart } from "../logon/Logon.ts"

/** What stands on one taxpayer, read under lock. */
export interface KnownAccess extends TaxpayerAccess {
  /** The store's own name of the taxpayer. */
  readonly key: string
  /** The id of a letter that is mailed where somebody is frozen or a contest begins; null: none can be. @rule D-62 */
  readonly letterRowId: string | null
}

/** What a "this was not me" code is of, read under lock. */
export interface FreezeFacts {
  readonly code: {
    readonly state: MailedLinkFacts["mailedLink"]["state"]
    readonly expiresAt: DateTime.Utc
    readonly part: NotMePart
    /** The logon that was changed, or made. */
    readonly logonId: string
    /** The access that its notice names; null for a change. */
    readonly grantId: string | null
    readonly channel: NotMeChannel
    /** The logon that its notice went to; null: an envelope, or a mailbox. */
    readonly receiverId: string | null
  }
  readonly status: LogonStatus
  /** The taxpayer of the access that it names; of a change every one that the logon has access to by its own proof. */
  readonly accesses: ReadonlyArray<KnownAccess>
}

/** What becomes of the access to one taxpayer. */
export interface FrozenAccess {
  readonly key: string
  /** The grant that has no role from now on. */
  readonly suspends: string | null
  /** The grant that is Master Administrator from now on, with a hold that begins now. */
  readonly promotes: string | null
  /** Begins, or is ended by staff only from now on. */
  readonly contest: Pick<OpenContest, "endedBy"> | null
  readonly events: ReadonlyArray<ContestEvent | LetterEvent>
}

/** What a code does. */
export interface NotMeChange {
  readonly isUsed: boolean
  /** The logon is closed, and what the code is of is put back. */
  readonly freezes: boolean
  readonly events: ReadonlyArray<RecoveryEvent>
  readonly accesses: ReadonlyArray<FrozenAccess>
}

/** Keeps logons from being used any more. */
export class Freezes extends Context.Service<
  Freezes,
  {
    /**
     * Locks taxpayers, logon, code and grants in this order, calls `decide`, stores what it says. A logon that freezes loses
     * every session, device, link and code. One transaction, with audit and notices.
     *
     * **Details**
     *
     * A text that is no code changes nothing, and nobody is told so.
     */
    readonly change: (
      code: Redacted.Redacted,
      now: DateTime.Utc,
      decide: (facts: FreezeFacts) => NotMeChange
    ) => Effect.Effect<void>
  }
>()("core/recovery/Freezes") {}
