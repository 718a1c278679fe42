import { inForceOn } from "../engine/RuleSet.ts"
import type { StateRuleSet } from "./StateRuleSet.ts"
import { mtc2020 } from "./massachusetts/mtc2020.ts"
import { nist80063b4 } from "./massachusetts/nist80063b4.ts"

/** Every version of every rule set, oldest first. None is ever taken away: drafts and logged decisions name them. */
export const ruleSets: ReadonlyArray<StateRuleSet> = [mtc2020, nist80063b4]

/** The version of a rule set that is in force on a day (ISO 8601, America/New_York); none before its first. Throws where it is no day. @rule D-01 */
export const inForce = (line: string, asOf: string): StateRuleSet | undefined => inForceOn(ruleSets, line, asOf)
