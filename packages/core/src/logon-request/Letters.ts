import { Context } from "effect"
import type { DateTime, Effect } from "effect"
import type { Change } from "../decisions/Change.ts"
import type { TaxpayerIdentifier } from "../taxpayer/TaxpayerIdentifier.ts"
import type { LetterEvent } from "./LetterEvent.ts"

/** What is known of a number's letters, read under lock. */
export interface LetterFacts {
  /** Its sign-up letters, but those that were mailed because of a freeze or a contest: they count for nothing (D-62). */
  readonly counted: ReadonlyArray<{
    readonly mailedAt: DateTime.Utc
    /** Neither used nor overtaken by one that was. */
    readonly isUnused: boolean
  }>
  /** The id of the letter that would be mailed. */
  readonly letterRowId: string
  /** Whether the post goes: without it no letter is made. */
  readonly postDelivers: boolean
}

/** Keeps letters. Each method that changes something is one transaction, with audit and notices. */
export class Letters extends Context.Service<
  Letters,
  {
    /**
     * Locks the number, on file or not, calls `decide`; "mail" makes a letter with a letter ID of the system's randomness. The
     * letters before it live until it is proved with, or die of their age.
     */
    readonly request: (
      taxpayer: TaxpayerIdentifier,
      now: DateTime.Utc,
      decide: (facts: LetterFacts) => Change<"mail" | "nothing", LetterEvent, void>
    ) => Effect.Effect<void>
  }
>()("core/logon-request/Letters") {}
