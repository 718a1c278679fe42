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
const asOf = { asOf: "A day, YYYY-MM-DD. The default is today. Do not send it with a hash." }
const caseNumber = { "Case-Number": "The number of the case. The look is audited." }
const unchanged = { description: "The caller's copy is current (If-None-Match)." }
const keyProblems = ["api_key_required", "scope_missing"]

const line = { line: Schema.Int.annotate({ description: "Line number in the body, from 1." }) }

/** Questions of a rule set, and the rule sets themselves. */
export const rulesEngineCalls: ReadonlyArray<Call> = [
  {
    ...open,
    path: "/v1/rule-sets",
    name: "listRuleSets",
    summary: "List rule sets",
    answers: { 200: { description: "The rule sets, each with its hash.", json: RuleSetListView } },
    problems: []
  },
  {
    ...open,
    path: "/v1/rule-sets/{name}",
    name: "readRuleSet",
    summary: "Read a rule set: its values with unit and source, and its rules",
    description: "The name is an id, for which the day selects the version, or id@hash.",
    query: asOf,
    answers: { 200: { description: "The rule set. ETag is its hash.", json: RuleSetView }, 304: unchanged }
  },
  {
    ...open,
    path: "/v1/rule-sets/{name}/rules/{rule}",
    name: "readRule",
    summary: "Read a rule: its sentence, its source, and what it reads",
    query: asOf,
    answers: {
      200: { description: "The rule. ETag is the hash of the rule set.", json: RuleAnswerView },
      304: unchanged
    }
  },
  {
    ...open,
    path: "/v1/rule-sets/{name}/analysis",
    name: "readAnalysis",
    summary: "Read the findings, proof and price of a rule set",
    query: asOf,
    answers: { 200: { description: "The analysis, made once for each hash.", json: AnalysisView }, 304: unchanged }
  },
  {
    method: "post",
    path: "/v1/decisions",
    name: "decide",
    tag,
    summary: "Ask a rule set a question",
    description:
      "A simulation looks nothing up and is not logged; a fact that is left out is unknown. An authoritative decision verifies a taxpayer: the service loads what is on file, counts an attempt, and returns only the result with a signed receipt.",
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
    summary: "Ask many questions, one line of JSON each",
    description:
      "Simulations only, up to 1,000 lines and 1 MiB. Every ten lines count as one simulation. An invalid line does not affect the others.",
    key: { scope: "simulate" },
    body: AskBatchLine,
    lines: true,
    answers: {
      200: {
        description: "One line for each question, in the same order.",
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
    summary: "Find the smallest sets of facts that settle a question",
    key: { scope: "simulate" },
    body: readMissing.schema,
    answers: {
      200: {
        description: "The sets of facts. An empty list means that the question is settled.",
        json: MissingAnswerView
      }
    },
    problems: keyProblems
  },
  {
    method: "post",
    path: "/v1/decisions/what-if",
    name: "compareRuleSets",
    tag,
    summary: "Find what would change if one rule set replaced another",
    key: { scope: "simulate" },
    body: readWhatIf.schema,
    answers: { 200: { description: "Each kind of change, once.", json: WhatIfView } },
    problems: keyProblems
  },
  {
    method: "get",
    path: "/v1/decisions/{id}",
    name: "explainDecision",
    tag,
    summary: "Read a decision on record as staff: every finding, masked",
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
    summary: "Replay a decision on record",
    key: { scope: "staff" },
    headers: caseNumber,
    answers: { 200: { description: "Equal to the byte, or the differences.", json: ReplayView } },
    problems: [...keyProblems, "not_found", "unreadable", "malformed"]
  },
  {
    method: "get",
    path: "/v1/decisions/{id}/receipt",
    name: "readReceipt",
    tag,
    summary: "Read the signed result of a decision on record, with the key that asked",
    key: { scope: "decide" },
    answers: { 200: { description: "The receipt.", json: RecordedDecisionView } },
    problems: [...keyProblems, "not_found"]
  }
]
