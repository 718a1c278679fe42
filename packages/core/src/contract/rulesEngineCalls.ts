import * as Schema from "effect/Schema"
import { AnalysisView } from "./AnalysisView.ts"
import { AskBatchLine, AskDecision, AskMissing, AskWhatIf } from "./AskDecision.ts"
import { callsOf } from "./callsOf.ts"
import {
  DecisionView,
  ExplainedDecisionView,
  MissingAnswerView,
  RecordedDecisionView,
  ReplayView,
  WhatIfView
} from "./DecisionView.ts"
import { problemSchema } from "./problemSchema.ts"
import { RuleAnswerView, RuleSetListView, RuleSetView } from "./RuleSetView.ts"

const tag = "Rules engine"
const open = { tag, needs: "nobody", problems: ["not_found", "malformed"] } as const
const asOf = { asOf: "A day, YYYY-MM-DD. The default is today. Do not send it with a hash." } as const
const caseNumber = { "Case-Number": "The number of your case. The audit trail records it." } as const
const unchanged = { description: "Your copy is current (If-None-Match)." } as const

const line = { line: Schema.Int.annotate({ description: "Line number in the body, from 1." }) }

/** Questions of a rule set, and the rule sets themselves. */
export const rulesEngineCalls = callsOf({
  "GET /v1/rule-sets": {
    ...open,
    name: "listRuleSets",
    summary: "List rule sets",
    answers: { 200: { description: "The rule sets, each with its hash.", json: RuleSetListView } },
    problems: []
  },
  "GET /v1/rule-sets/{name}": {
    ...open,
    name: "readRuleSet",
    summary: "Read a rule set: its values with unit and source, and its rules",
    description: "The name is an id or id@hash. For an id, the day selects the version.",
    query: asOf,
    answers: { 200: { description: "The rule set. ETag is its hash.", json: RuleSetView }, 304: unchanged }
  },
  "GET /v1/rule-sets/{name}/rules/{rule}": {
    ...open,
    name: "readRule",
    summary: "Read a rule: its sentence, its source, and what it reads",
    query: asOf,
    answers: {
      200: { description: "The rule. ETag is the hash of the rule set.", json: RuleAnswerView },
      304: unchanged
    }
  },
  "GET /v1/rule-sets/{name}/analysis": {
    ...open,
    name: "readAnalysis",
    summary: "Read the findings, proof and price of a rule set",
    query: asOf,
    answers: { 200: { description: "The analysis, made once for each hash.", json: AnalysisView }, 304: unchanged }
  },
  "POST /v1/decisions": {
    tag,
    name: "decide",
    summary: "Ask a rule set a question",
    description:
      "A simulation uses only the facts that you send and is not logged. A fact that you leave out is unknown. An authoritative decision verifies a taxpayer: the service loads what is on file, counts an attempt, and returns only the result with a signed receipt.",
    needs: { scope: "simulate", orScope: "decide" },
    body: AskDecision,
    answers: { 200: { description: "The decision.", json: Schema.Union([DecisionView, RecordedDecisionView]) } }
  },
  "POST /v1/decisions/batch": {
    tag,
    name: "decideBatch",
    summary: "Ask many questions, one line of JSON each",
    description:
      "The lines are simulations only: up to 1,000 lines and 1 MiB. Every ten lines count as one simulation. An invalid line does not affect the others.",
    needs: { scope: "simulate" },
    limitsFirst: ["simulations"],
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
    }
  },
  "POST /v1/decisions/missing": {
    tag,
    name: "findMissing",
    summary: "Find the smallest sets of facts that settle a question",
    needs: { scope: "simulate" },
    limitsFirst: ["simulations"],
    body: AskMissing,
    answers: {
      200: {
        description: "The sets of facts. An empty list means that the question is settled.",
        json: MissingAnswerView
      }
    }
  },
  "POST /v1/decisions/what-if": {
    tag,
    name: "compareRuleSets",
    summary: "Find what would change if one rule set replaced another",
    needs: { scope: "simulate" },
    limitsFirst: ["simulations"],
    body: AskWhatIf,
    answers: { 200: { description: "Each kind of change, with its count and one example.", json: WhatIfView } }
  },
  "GET /v1/decisions/{id}": {
    tag,
    name: "explainDecision",
    summary: "Read a decision on record as staff: every finding, masked",
    needs: { scope: "staff" },
    headers: caseNumber,
    answers: { 200: { description: "The decision.", json: ExplainedDecisionView } },
    problems: ["not_found", "unreadable", "malformed"]
  },
  "POST /v1/decisions/{id}/replay": {
    tag,
    name: "replayDecision",
    summary: "Replay a decision on record",
    needs: { scope: "staff" },
    headers: caseNumber,
    answers: {
      200: { description: "Whether the result is equal to the byte. If it is not, the differences.", json: ReplayView }
    },
    problems: ["not_found", "unreadable", "malformed"]
  },
  "GET /v1/decisions/{id}/receipt": {
    tag,
    name: "readReceipt",
    summary: "Read the signed result of a decision on record, with the key that asked",
    needs: { scope: "decide" },
    limits: ["decisions"],
    answers: { 200: { description: "The receipt.", json: RecordedDecisionView } },
    problems: ["not_found"]
  }
})
