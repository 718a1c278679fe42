import type { PolicyValue } from "./policyValues.ts"

/** A rule as a file has it: what it asks is code, what a person is told to do is data. */
export interface FileRule {
  /** For whoever reads the file; not read when it is loaded. */
  readonly title?: string
  /** `false`: the rule is not asked. Only some rules may be switched off. */
  readonly on: boolean
  /** Wording ids of what a person can do next, one at least. */
  readonly remedies: ReadonlyArray<string>
}

/** What holds from a day on. */
export interface FileVersion {
  /** Counts from 1. */
  readonly version: number
  /** Days, ISO 8601: in force from the first, up to and without the second; the last version has no end. */
  readonly effective: { readonly from: string; readonly to?: string }
  readonly values: Readonly<Record<string, PolicyValue>>
  readonly rules: Readonly<Record<string, FileRule>>
}

/** A line of rule sets as JSON: the numbers of a Department, without code. */
export interface RuleSetFile {
  readonly format: "mtc-logon rule set"
  /** Kebab-case: `mtc-2020`. */
  readonly id: string
  /** Oldest first. */
  readonly versions: ReadonlyArray<FileVersion>
}
