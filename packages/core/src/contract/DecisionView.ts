import * as Schema from "effect/Schema"
import { Question } from "./AskDecision.ts"
import { Citation, RuleSetPin } from "./RuleSetView.ts"

const Result = Schema.Literals(["Accepted", "Locked", "Referred", "Refused", "NeedsFacts"])

/** Facts that together settle a question, for the given choices. */
export const MissingView = Schema.Struct({
  given: Schema.Record(Schema.String, Schema.Unknown),
  facts: Schema.Array(Schema.String)
})

/** A rule's outcome as staff see it. The facts that the rule read are masked. */
export const FindingView = Schema.Struct({
  rule: Schema.String,
  title: Schema.String,
  cites: Schema.Array(Citation),
  outcome: Schema.Literals(["pass", "fail", "pending", "notApplicable"]),
  read: Schema.Array(Schema.Struct({ path: Schema.String, label: Schema.String, shown: Schema.String }))
})

/** The response of `POST /v1/decisions` to a simulation. */
export const DecisionView = Schema.Struct({
  question: Question,
  ruleSet: RuleSetPin,
  decision: Schema.Struct({
    result: Result,
    /** What an accepted question grants: a word, or a role and its scope. */
    grant: Schema.optionalKey(Schema.Unknown),
    /** A stable code. All secret reasons have the same one. */
    code: Schema.String,
    /** The public rule that refused. */
    rule: Schema.optionalKey(Schema.String),
    /** Wording ids of the message for the person and of what to do next. */
    advice: Schema.Array(
      Schema.Struct({
        message: Schema.String,
        params: Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Number])),
        remedies: Schema.Array(Schema.String)
      })
    )
  }),
  missing: Schema.Array(MissingView),
  findings: Schema.optionalKey(Schema.Array(FindingView))
})

/** The response for a decision on record, now and from its receipt: only the result. */
export const RecordedDecisionView = Schema.Struct({
  id: Schema.String,
  question: Schema.String,
  ruleSet: RuleSetPin,
  result: Result,
  at: Schema.String,
  /** When a locked number can be tried again. */
  retryAt: Schema.optionalKey(Schema.String),
  /** A compact JWS of id, question, ruleSet, result and at; keys at `/.well-known/jwks.json`. */
  receipt: Schema.String
})

/** `POST /v1/decisions/missing`. */
export const MissingAnswerView = Schema.Struct({ ruleSet: RuleSetPin, missing: Schema.Array(MissingView) })

/** `POST /v1/decisions/what-if`. */
export const WhatIfView = Schema.Struct({
  base: RuleSetPin,
  candidate: RuleSetPin,
  cases: Schema.Int,
  changes: Schema.Array(
    Schema.Struct({
      /** For example, `Accepted "verified" -> Refused by R-07`: the grant, or the rule that refuses, and the rules that warn. */
      change: Schema.String,
      count: Schema.Int,
      /** Index of the first such case, from 0. */
      example: Schema.Int
    })
  ),
  /** Policy values that differ, for example `verification.letters.lifeDays: 90 -> 21`. */
  policy: Schema.Array(Schema.String)
})

/** `GET /v1/decisions/{id}`. */
export const ExplainedDecisionView = Schema.Struct({
  id: Schema.String,
  question: Schema.String,
  ruleSet: RuleSetPin,
  result: Result,
  rule: Schema.NullOr(Schema.String),
  at: Schema.String,
  findings: Schema.Array(FindingView)
})

/** `POST /v1/decisions/{id}/replay`. */
export const ReplayView = Schema.Union([
  Schema.Struct({ result: Schema.Literal("equal") }),
  /** Places where the two differ, for example `findings.R-07: "fail" -> "pass"`. */
  Schema.Struct({ result: Schema.Literal("diverged"), at: Schema.Array(Schema.String) })
])
