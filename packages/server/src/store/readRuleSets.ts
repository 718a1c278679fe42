import { ruleSets } from "@mtc-logon/core/rule-sets"
import type { StateRuleSet } from "@mtc-logon/core/rule-sets"
import { Effect } from "effect"
import type { ServerSettings } from "../ServerConfig.ts"
import { readRuleSetDir, RuleSetDirError } from "./readRuleSetDir.ts"

/** The rule sets that ship and those of `RULESET_DIR`; fails where `RULESET` names none of them. */
export const readRuleSets = Effect.fnUntraced(function* ({
  ruleSet,
  ruleSetDir
}: Pick<ServerSettings, "ruleSet" | "ruleSetDir">) {
  const ofFiles = ruleSetDir === undefined ? [] : yield* readRuleSetDir(ruleSetDir)
  const shipped = ruleSets.filter(({ id }) => !ofFiles.some((file) => file.id === id))
  const all: ReadonlyArray<StateRuleSet> = [...shipped, ...ofFiles]
  if (all.some(({ id }) => id === ruleSet)) return all
  return yield* new RuleSetDirError({ problems: ["RULESET names no rule set that ships or is in RULESET_DIR"] })
})
