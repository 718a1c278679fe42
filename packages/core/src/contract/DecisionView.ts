import * as Schema from "effect/Schema"
import { Question } from "./AskDecision.ts"
import { Citation, RuleSetPin } from "./RuleSetView.ts"

const Result = Schema.Literals(["Accepted", "Locked", "Referred", "Refused", "NeedsFacts"])

/** Facts that together settle a question, where the choices are as given. */
export const MissingView = Schema.Struct({
  given: Schema.Record(Schema.String, Schema.Unknown),
  facts: Schema.Array(Schema.String)
})

/** A rule's outcome as staff see it: what it read is masked. */
export const FindingView = Schema.Struct({
  rule: Schema.String,
  title: Schema.String,
  cites: Schema.Array(Citation),
  outcome: Schema.Literals(["pass", "fail", "pending", "notApplicable"]),
  read: Schema.Array(Schema.Struct({ path: Schema.String, label: Schema.String, shown: Schema.String }))
})

/** What `POST /v1/decisions` answers to a simulation. */
export const DecisionView = Schema.Struct({
  question: Question,
  ruleSet: RuleSetPin,
  decision: Schema.Struct({
    result: Result,
    /** What an accepted question grants: a word, or the role and its scope. */
    grant: Schema.optionalKey(Schema.Unknown),
    /** Stable; one for all secret reasons. */
    code: Schema.String,
    /** The public rule behind it. */
    rule: Schema.optionalKey(Schema.String),
    /** What the person is told, and what to do next: wording ids. */
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

/** What a decision on record is answered with, now and by its receipt: the result only. */
export const RecordedDecisionView = Schema.Struct({
  id: Schema.String,
  question: Schema.String,
  ruleSet: RuleSetPin,
  result: Result,
  at: Schema.String,
  /** When a locked number may be tried again. */
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
      /** `Accepted "verified" -> Refused by R-07`: what is granted, or the rule that says no, and the rules that warn. */
      change: Schema.String,
      count: Schema.Int,
      /** Place of the first such case, from 0. */
      example: Schema.Int
    })
  ),
  /** Policy values that differ, `verification.letters.lifeDays: 90 -> 21`. */
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
  /** Places where the two part, `findings.R-07: "fail" -> "pass"`. */
  Schema.Struct({ result: Schema.Literal("diverged"), at: Schema.Array(Schema.String) })
])
