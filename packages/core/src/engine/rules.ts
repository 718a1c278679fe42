export { analyse } from "./analyse.ts"
export type { Analysis } from "./analyse.ts"
export { analyseSteps } from "./analyseSteps.ts"
export type { StepAnalysis } from "./analyseSteps.ts"
export { ask } from "./ask.ts"
export type { Asked, Decision, Evaluation, Finding, Outcome, Row, Slot } from "./ask.ts"
export { factSheet } from "./factSheet.ts"
export type { FactKind, FactsOf } from "./factSheet.ts"
export { formatCitation } from "./Citation.ts"
export type { Citation } from "./Citation.ts"
export { diffSaid } from "./diffSaid.ts"
export {
  adviceOf,
  explain,
  explainToPartner,
  explainToStaff,
  explainToTaxpayer,
  isSecret,
  staffFindingsOf
} from "./explain.ts"
export type { Advice, Explanation, StaffFinding } from "./explain.ts"
export { issuesOf, warningsOf } from "./issuesOf.ts"
export type { Issue } from "./issuesOf.ts"
export { keysOf, mapTable } from "./keysOf.ts"
export { knowledgeOfLog, logOf, replayLog } from "./logOf.ts"
export type { Replay } from "./logOf.ts"
export { anyOther, missing } from "./missing.ts"
export type { Missing } from "./missing.ts"
export type { Parsed } from "./Parsed.ts"
export { casesOf, prove } from "./prove.ts"
export type { Proof, Space } from "./prove.ts"
export { over, sealed } from "./Rule.ts"
export type {
  Asking,
  At,
  DerivedFact,
  FactEntry,
  FactSheet,
  Knowledge,
  NonEmpty,
  Params,
  Path,
  Question,
  Reading,
  Rule,
  SecretAnswer,
  When
} from "./Rule.ts"
export { canonical, fingerprintOf, hashOf, inForceOn, ruleSet, saysOf } from "./RuleSet.ts"
export type { AskedOf, PolicyOf, RuleSet } from "./RuleSet.ts"
export { diff, whatIf } from "./whatIf.ts"
export type { WhatIfChange } from "./whatIf.ts"
