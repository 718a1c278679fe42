import type { RuleSetInForce } from "./RuleSetInForce.ts"
import type { RuleSetPin } from "./RuleSetPin.ts"

/** A rule set that the server keeps, with its content. */
export interface KeptRuleSet extends RuleSetInForce {
  readonly id: string
  /** Counts from 1. */
  readonly version: number
  /** Days in ISO 8601: in force from the first day, until the day before the second. */
  readonly effective: { readonly from: string; readonly to?: string }
  /** Source of each policy value, by path. */
  readonly sources: Readonly<Record<string, string>>
  /**
   * The rule set that the server's settings were applied to (as it ships or as its file has it) and what they changed;
   * or the rule set that another release stored, and how this release differs. @adr 0017
   */
  readonly madeOf: { readonly pin: RuleSetPin; readonly changes: ReadonlyArray<string> }
}
