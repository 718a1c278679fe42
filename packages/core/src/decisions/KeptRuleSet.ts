import type { RuleSetInForce } from "./RuleSetInForce.ts"
import type { RuleSetPin } from "./RuleSetPin.ts"

/** A rule set that the house keeps, with what it says of itself. */
export interface KeptRuleSet extends RuleSetInForce {
  readonly id: string
  /** Counts from 1. */
  readonly version: number
  /** Days, ISO 8601: in force from the first, up to and without the second. */
  readonly effective: { readonly from: string; readonly to?: string }
  /** Where each policy value comes from, by its path. */
  readonly sources: Readonly<Record<string, string>>
  /**
   * What the settings of the house were put upon, as it ships or stands in its file, and what they changed; or the one that
   * was kept by another release, and what this one says otherwise. @adr 0017
   */
  readonly madeOf: { readonly pin: RuleSetPin; readonly changes: ReadonlyArray<string> }
}
