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
const asOf = { asOf: "A day, YYYY-MM-DD; absent: today. Not with a hash." } as const
const caseNumber = { "Case-Number": "For which case staff look; the look is audited." } as const
const unchanged = { description: "What the caller has is still so (If-None-Match)." } as const

const line = { line: Schema.Int.annotate({ description: "Of the body, from 1." }) }

/** Questions of a rule set, and the rule sets themselves. */
export const rulesEngineCalls = callsOf({
  "GET /v1/rule-sets": {
    ...open,
    name: "listRuleSets",
    summary: "The rule sets that there are",
    answers: { 200: { description: "Each with its hash.", json: RuleSetListView } },
    problems: []
  },
  "GET /v1/rule-sets/{name}": {
    ...open,
    name: "readRuleSet",
    summary: "One rule set: its values with unit and source, and its rules",
    description: "The name is an id, of which the day picks the version, or id@hash.",
    query: asOf,
    answers: { 200: { description: "ETag is its hash.", json: RuleSetView }, 304: unchanged }
  },
  "GET /v1/rule-sets/{name}/rules/{rule}": {
    ...open,
    name: "readRule",
    summary: "One rule: its sentence, where it is from, what it reads",
    query: asOf,
    answers: { 200: { description: "ETag is the hash of the rule set.", json: RuleAnswerView }, 304: unchanged }
  },
  "GET /v1/rule-sets/{name}/analysis": {
    ...open,
    name: "readAnalysis",
    summary: "What was found, proved and priced of a rule set before it was shipped",
    query: asOf,
    answers: { 200: { description: "Made once for each hash.", json: AnalysisView }, 304: unchanged }
  },
  "POST /v1/decisions": {
    tag,
    name: "decide",
    summary: "Ask a question of a rule set",
    description:
      "A simulation looks nothing up and is not logged; what is not given is not known. An authoritative decision is one of verification: what is on file is looked up, an attempt is counted, and the result alone is told, with a signed receipt.",
    needs: { scope: "simulate", orScope: "decide" },
    body: AskDecision,
    answers: { 200: { description: "The decision.", json: Schema.Union([DecisionView, RecordedDecisionView]) } }
  },
  "POST /v1/decisions/batch": {
    tag,
    name: "decideBatch",
    summary: "Ask many questions, a line of JSON each",
    description:
      "Simulations only; at most 1,000 lines and 1 MiB; ten lines count as one simulation. A line that is refused does not touch the others.",
    needs: { scope: "simulate" },
    limitsFirst: ["simulations"],
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
    }
  },
  "POST /v1/decisions/missing": {
    tag,
    name: "findMissing",
    summary: "The smallest sets of facts that would settle a question",
    needs: { scope: "simulate" },
    limitsFirst: ["simulations"],
    body: AskMissing,
    answers: { 200: { description: "None: it is settled.", json: MissingAnswerView } }
  },
  "POST /v1/decisions/what-if": {
    tag,
    name: "compareRuleSets",
    summary: "What would be decided otherwise if one rule set took another's place",
    needs: { scope: "simulate" },
    limitsFirst: ["simulations"],
    body: AskWhatIf,
    answers: { 200: { description: "Each kind of change once.", json: WhatIfView } }
  },
  "GET /v1/decisions/{id}": {
    tag,
    name: "explainDecision",
    summary: "A decision on record as staff may see it: every finding, masked",
    needs: { scope: "staff" },
    headers: caseNumber,
    answers: { 200: { description: "The decision.", json: ExplainedDecisionView } },
    problems: ["not_found", "unreadable", "malformed"]
  },
  "POST /v1/decisions/{id}/replay": {
    tag,
    name: "replayDecision",
    summary: "Decide again what was decided",
    needs: { scope: "staff" },
    headers: caseNumber,
    answers: { 200: { description: "The same to the byte, or where it parts.", json: ReplayView } },
    problems: ["not_found", "unreadable", "malformed"]
  },
  "GET /v1/decisions/{id}/receipt": {
    tag,
    name: "readReceipt",
    summary: "The signed result of a decision on record, for the key that asked",
    needs: { scope: "decide" },
    limits: ["decisions"],
    answers: { 200: { description: "The receipt.", json: RecordedDecisionView } },
    problems: ["not_found"]
  }
})
