import * as Schema from "effect/Schema"
import { problemSchema } from "./problemSchema.ts"
import { AnalysisView } from "../routes/rules-engine/AnalysisView.ts"
import { AskBatchLine } from "../routes/rules-engine/AskDecision.ts"
import {
  DecisionView,
  ExplainedDecisionView,
  MissingAnswerView,
  RecordedDecisionView,
  ReplayView,
  WhatIfView
} from "../routes/rules-engine/DecisionView.ts"
import { readDecision, readMissing, readWhatIf } from "../routes/rules-engine/decisionRoutes.ts"
import { RuleAnswerView, RuleSetListView, RuleSetView } from "../routes/rules-engine/RuleSetView.ts"
import type { Call } from "./Call.ts"

const tag = "Rules engine"
const open = { method: "get", tag, key: "none", problems: ["not_found", "malformed"] } as const
const asOf = { asOf: "A day, YYYY-MM-DD; absent: today. Not with a hash." }
const caseNumber = { "Case-Number": "For which case staff look; the look is audited." }
const unchanged = { description: "What the caller has is still so (If-None-Match)." }
const keyProblems = ["api_key_required", "scope_missing"]

const line = { line: Schema.Int.annotate({ description: "Of the body, from 1." }) }

/** Questions of a rule set, and the rule sets themselves. */
export const rulesEngineCalls: ReadonlyArray<Call> = [
  {
    ...open,
    path: "/v1/rule-sets",
    name: "listRuleSets",
    summary: "The rule sets that there are",
    answers: { 200: { description: "Each with its hash.", json: RuleSetListView } },
    problems: []
  },
  {
    ...open,
    path: "/v1/rule-sets/{name}",
    name: "readRuleSet",
    summary: "One rule set: its values with unit and source, and its rules",
    description: "The name is an id, of which the day picks the version, or id@hash.",
    query: asOf,
    answers: { 200: { description: "ETag is its hash.", json: RuleSetView }, 304: unchanged }
  },
  {
    ...open,
    path: "/v1/rule-sets/{name}/rules/{rule}",
    name: "readRule",
    summary: "One rule: its sentence, where it is from, what it reads",
    query: asOf,
    answers: { 200: { description: "ETag is the hash of the rule set.", json: RuleAnswerView }, 304: unchanged }
  },
  {
    ...open,
    path: "/v1/rule-sets/{name}/analysis",
    name: "readAnalysis",
    summary: "What was found, proved and priced of a rule set before it was shipped",
    query: asOf,
    answers: { 200: { description: "Made once for each hash.", json: AnalysisView }, 304: unchanged }
  },
  {
    method: "post",
    path: "/v1/decisions",
    name: "decide",
    tag,
    summary: "Ask a question of a rule set",
    description:
      "A simulation looks nothing up and is not logged; what is not given is not known. An authoritative decision is one of verification: what is on file is looked up, an attempt is counted, and the result alone is told, with a signed receipt.",
    key: { scope: "simulate" },
    orScope: "decide",
    body: readDecision.schema,
    answers: { 200: { description: "The decision.", json: Schema.Union([DecisionView, RecordedDecisionView]) } },
    problems: keyProblems
  },
  {
    method: "post",
    path: "/v1/decisions/batch",
    name: "decideBatch",
    tag,
    summary: "Ask many questions, a line of JSON each",
    description:
      "Simulations only; at most 1,000 lines and 1 MiB; ten lines count as one simulation. A line that is refused does not touch the others.",
    key: { scope: "simulate" },
    body: AskBatchLine,
    lines: true,
    answers: {
      200: {
        description: "A line for each, in their order.",
        json: Schema.Union([
          Schema.Struct({ ...line, ...DecisionView.fields }),
          Schema.Struct({ ...line, problem: problemSchema })
        ])
      }
    },
    problems: keyProblems
  },
  {
    method: "post",
    path: "/v1/decisions/missing",
    name: "findMissing",
    tag,
    summary: "The smallest sets of facts that would settle a question",
    key: { scope: "simulate" },
    body: readMissing.schema,
    answers: { 200: { description: "None: it is settled.", json: MissingAnswerView } },
    problems: keyProblems
  },
  {
    method: "post",
    path: "/v1/decisions/what-if",
    name: "compareRuleSets",
    tag,
    summary: "What would be decided otherwise if one rule set took another's place",
    key: { scope: "simulate" },
    body: readWhatIf.schema,
    answers: { 200: { description: "Each kind of change once.", json: WhatIfView } },
    problems: keyProblems
  },
  {
    method: "get",
    path: "/v1/decisions/{id}",
    name: "explainDecision",
    tag,
    summary: "A decision on record as staff may see it: every finding, masked",
    key: { scope: "staff" },
    headers: caseNumber,
    answers: { 200: { description: "The decision.", json: ExplainedDecisionView } },
    problems: [...keyProblems, "not_found", "unreadable", "malformed"]
  },
  {
    method: "post",
    path: "/v1/decisions/{id}/replay",
    name: "replayDecision",
    tag,
    summary: "Decide again what was decided",
    key: { scope: "staff" },
    headers: caseNumber,
    answers: { 200: { description: "The same to the byte, or where it parts.", json: ReplayView } },
    problems: [...keyProblems, "not_found", "unreadable", "malformed"]
  },
  {
    method: "get",
    path: "/v1/decisions/{id}/receipt",
    name: "readReceipt",
    tag,
    summary: "The signed result of a decision on record, for the key that asked",
    key: { scope: "decide" },
    answers: { 200: { description: "The receipt.", json: RecordedDecisionView } },
    problems: [...keyProblems, "not_found"]
  }
]
