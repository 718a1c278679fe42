import { inForceOn } from "../engine/RuleSet.ts"
import type { StateRuleSet } from "./StateRuleSet.ts"
import { mtc2020 } from "./massachusetts/mtc2020.ts"
import { nist80063b4 } from "./massachusetts/nist80063b4.ts"

/** Every version of every rule set, oldest first. Never remove one: drafts and logged decisions refer to them. */
export const ruleSets: ReadonlyArray<StateRuleSet> = [mtc2020, nist80063b4]

/** Returns the version of a rule set in force on a day (ISO 8601, America/New_York); undefined before the first. Throws a `RangeError` if it is not a day. @rule D-01 */
export const inForce = (line: string, asOf: string): StateRuleSet | undefined => inForceOn(ruleSets, line, asOf)
