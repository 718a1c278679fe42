import type { AccountType } from "../taxpayer/AccountType.ts"
import type { IdRanges } from "../taxpayer/IdRanges.ts"
import type { IdType } from "../taxpayer/IdType.ts"
import type { LetterKind } from "../taxpayer/LetterOnFile.ts"
import type { TaxpayerType } from "../taxpayer/TaxpayerType.ts"
import type { LineKind } from "./claimKinds.ts"
import type { ClaimKind } from "./VerificationClaim.ts"

/** A row of the account types that a person can choose. */
export interface AccountTypeRow {
  /** Wording id of its name. */
  readonly label: string
  /** The ID types that are offered it. @rule D-31 */
  readonly idTypes: ReadonlyArray<IdType>
  /** The evidence that it takes, in the order of the screen. @rule R-04 */
  readonly claimKinds: ReadonlyArray<ClaimKind>
}

/** Where on which form the amount of a kind of claim stands. @rule R-09 @rule R-15 */
export interface FormLine {
  readonly accountType: AccountType
  readonly kind: LineKind
  /** First and last tax year that the row holds for, four digits; null: open end. */
  readonly taxYears: { readonly from: number | null; readonly to: number | null }
  /** Name of the form: `Form 1`; null where it is not known. */
  readonly form: string | null
  /** Number of the line: `32`; null where it is not known: shown without a number. */
  readonly line: string | null
  /** Wording id of the line's name. */
  readonly label: string
  /** `wholeDollars`: a typed amount is rounded half up to dollars before it is compared. @rule R-43 */
  readonly unit: "cents" | "wholeDollars"
  /** Whether the row was held against the form itself. */
  readonly verified: boolean
  readonly source: string
}

/** The values that the verification rules read. */
export interface VerificationPolicy {
  readonly idRanges: IdRanges
  readonly accountTypes: Readonly<Record<AccountType, AccountTypeRow>>
  readonly formLines: ReadonlyArray<FormLine>
  readonly verification: {
    readonly taxpayerTypes: ReadonlyArray<TaxpayerType>
    /** How many filed periods, or completed tax years, are candidates. @rule R-07 */
    readonly returnWindow: { readonly unit: "latestFiledPeriods" | "taxYears"; readonly count: number }
    /** As filed, as the Department corrected it, or either. @rule R-11 */
    readonly amounts: "filed" | "adjusted" | "either"
    /** Whether each spouse may use the amounts of a joint return. @rule R-12 */
    readonly jointReturns: "accepted" | "refused"
    /** Whole days that a return has to be posted before it counts. @rule R-41 */
    readonly minimumPostedAgeDays: number
    readonly letters: {
      /** @rule R-14 */
      readonly kinds: ReadonlyArray<LetterKind>
      /** Whole days after mailing that a letter lives. @rule D-07 */
      readonly lifeDays: number
      /** Whole days within which no second letter is mailed while the first is unused. @rule D-62 */
      readonly requestIntervalDays: number
      /** Letters that are mailed on request in the window. @rule D-62 */
      readonly maxRequestedInWindow: number
      /** Whole days. */
      readonly requestWindowDays: number
    }
    /** Neither counter counts for the other. @rule D-30 @rule D-61 */
    readonly attempts: {
      readonly amounts: {
        readonly maxFailures: number
        /** Length in hours of the sliding window that `maxFailures` counts in. */
        readonly windowHours: number
        /** Failures in the last 365 days that close amounts for the number. */
        readonly maxFailuresPerYear: number
        /** Whole days from one opening of closed amounts by an owner to the next. */
        readonly reopenDays: number
      }
      readonly letters: {
        /** Failures of a network for a number, in the window; then it has one try each `waitMinutes`. */
        readonly maxFailures: number
        /** Length in hours of the sliding window of letters. */
        readonly windowHours: number
        readonly waitMinutes: number
        /** Failures for a number over all networks, in the window, that alarm operators and tell the owner. */
        readonly alarmFailures: number
        /** What takes the place of `maxFailures` from there on. */
        readonly maxFailuresInAlarm: number
      }
    }
  }
}
