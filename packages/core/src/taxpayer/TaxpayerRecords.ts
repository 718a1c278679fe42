import { Context, Data } from "effect"
import type { DateTime, Effect } from "effect"
import type { TaxpayerContact } from "./TaxpayerContact.ts"
import type { TaxpayerIdentifier } from "./TaxpayerIdentifier.ts"
import type { TaxpayerRecord } from "./TaxpayerRecord.ts"

/** The records can not be asked now; the answer is the same for each number (D-41). */
export class RecordsUnavailable extends Data.TaggedError("RecordsUnavailable")<{}> {}

/** The Department's ledger: what is on file for a number. */
export class TaxpayerRecords extends Context.Service<
  TaxpayerRecords,
  {
    /**
     * Everything on file that a claim can be held against; an unknown number has an empty record.
     *
     * **Details**
     *
     * Returns of all account types, newest period first, one for a period; letters with their age on `now`'s date in
     * America/New_York. Fails with `RecordsUnavailable` before any look-up.
     *
     * **Gotchas**
     *
     * The same work for a known and an unknown number (D-09).
     */
    readonly find: (
      taxpayer: TaxpayerIdentifier,
      now: DateTime.Utc
    ) => Effect.Effect<TaxpayerRecord, RecordsUnavailable>
    /** What stands against approving a request on line, and whether the tax account is closed to it. @rule D-35 */
    readonly standing: (
      taxpayer: TaxpayerIdentifier,
      accountType: string
    ) => Effect.Effect<TaxpayerStanding, RecordsUnavailable>
    /** Where the taxpayer is reached: letters go there and nowhere else; null for a number that is not known. @rule D-26 */
    readonly contact: (taxpayer: TaxpayerIdentifier) => Effect.Effect<TaxpayerContact | null, RecordsUnavailable>
  }
>()("core/taxpayer/TaxpayerRecords") {}

/** Asked at processing only, so that a hold is no oracle. */
export interface TaxpayerStanding {
  readonly holds: ReadonlyArray<"identity-theft" | "deceased" | "legal" | "registration-lock">
  readonly accountClosed: boolean
}
