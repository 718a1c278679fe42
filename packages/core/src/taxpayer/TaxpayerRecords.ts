import { Context, Data } from "effect"
import type { DateTime, Effect } from "effect"
import type { TaxpayerContact } from "./TaxpayerContact.ts"
import type { TaxpayerIdentifier } from "./TaxpayerIdentifier.ts"
import type { TaxpayerRecord } from "./taxpayerRecordSchema.ts"

/** The records are unavailable now. The result is the same for every number (D-41). */
export class RecordsUnavailable extends Data.TaggedError("RecordsUnavailable")<{}> {}

/** The Department's ledger: what is on file for a number. */
export class TaxpayerRecords extends Context.Service<
  TaxpayerRecords,
  {
    /**
     * Returns everything on file that a claim can be checked against; an unknown number has an empty record.
     *
     * **Details**
     *
     * Returns of all account types, newest period first, one for a period; letters with their age on `now`'s date in
     * America/New_York. Fails with `RecordsUnavailable` before any look-up.
     *
     * **Gotchas**
     *
     * It does the same work for a known and an unknown number (D-09).
     */
    readonly find: (
      taxpayer: TaxpayerIdentifier,
      now: DateTime.Utc
    ) => Effect.Effect<TaxpayerRecord, RecordsUnavailable>
    /** Returns what prevents an online approval, and whether the tax account is closed to online access. @rule D-35 */
    readonly standing: (
      taxpayer: TaxpayerIdentifier,
      accountType: string
    ) => Effect.Effect<TaxpayerStanding, RecordsUnavailable>
    /** Returns how to reach the taxpayer, the only place where letters go; null for an unknown number. @rule D-26 */
    readonly contact: (taxpayer: TaxpayerIdentifier) => Effect.Effect<TaxpayerContact | null, RecordsUnavailable>
  }
>()("core/taxpayer/TaxpayerRecords") {}

/** What prevents the approval of a request online. @rule D-35 */
export const holdKinds = ["identity-theft", "deceased", "legal", "registration-lock"] as const
export type Hold = (typeof holdKinds)[number]

/** Asked at processing only, so that a hold is no oracle. */
export interface TaxpayerStanding {
  readonly holds: ReadonlyArray<Hold>
  readonly accountClosed: boolean
}
