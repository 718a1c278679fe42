import type { PolicyValue } from "./policyValues.ts"

/** A rule in a file. Its check is code; what a person is told to do is data. */
export interface FileRule {
  /** For people who read the file; `loadRuleSet` ignores it. */
  readonly title?: string
  /** `false` switches the rule off. You can switch off only some rules. */
  readonly on: boolean
  /** Wording ids of what a person can do next; at least one. */
  readonly remedies: ReadonlyArray<string>
}

/** One version of a rule set, in force from a day on. */
export interface FileVersion {
  /** Counts from 1. */
  readonly version: number
  /** Days in ISO 8601: in force from the first day, until the day before the second. The last version has no end. */
  readonly effective: { readonly from: string; readonly to?: string }
  readonly values: Readonly<Record<string, PolicyValue>>
  readonly rules: Readonly<Record<string, FileRule>>
}

/** All versions of a rule set as JSON: the Department's numbers, without code. */
export interface RuleSetFile {
  readonly format: "mtc-logon rule set"
  /** Kebab-case: `mtc-2020`. */
  readonly id: string
  /** Oldest first. */
  readonly versions: ReadonlyArray<FileVersion>
}
