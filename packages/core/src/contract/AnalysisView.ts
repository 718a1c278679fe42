import * as Schema from "effect/Schema"
import { RuleSetPin } from "./RuleSetView.ts"

const Rules = Schema.Array(Schema.String)

/** The findings for the rules of a question. Rules are listed by id. */
export const QuestionAnalysis = Schema.Struct({
  /** Number of cases that were examined. */
  cases: Schema.Int,
  dead: Rules,
  neverDecides: Rules,
  overlaps: Schema.Array(Schema.Tuple([Schema.String, Schema.String])),
  unread: Rules,
  undeclared: Rules,
  gaps: Rules,
  uncited: Rules,
  withoutRemedy: Rules
})

/** What a policy costs, as a share of 1 or per million. */
export const PriceView = Schema.Struct({
  takeoversPerMillionGuesses: Schema.Number,
  takeoversPerMillionNumbers: Schema.Number,
  /** How many of these are on the first day, and by letter, per million numbers. */
  takeoversOnTheFirstDay: Schema.Number,
  takeoversByLetter: Schema.Number,
  ownersRefused: Schema.Number,
  /** Owners who are refused even with a letter. */
  ownersWithoutLogon: Schema.Number,
  refusedBy: Schema.Record(Schema.String, Schema.Number)
})

/** The analysis of a rule set, made before it took effect. */
export const RuleSetAnalysis = Schema.Struct({
  /** The rule set as it ships, or as its file has it. */
  of: RuleSetPin,
  /** The ID ranges of the analysis. Only the rules about ID ranges depend on them. */
  idRanges: Schema.Literal("sandbox"),
  /** Findings by question id. */
  findings: Schema.Record(Schema.String, QuestionAnalysis),
  /** What was proved about all rule sets that ship, and over how many cases. */
  proof: Schema.optionalKey(
    Schema.Struct({
      /** Digest of all results of the rule set. */
      fingerprint: Schema.String,
      cases: Schema.Int,
      invariants: Schema.Array(Schema.Struct({ id: Schema.String, claim: Schema.String, cases: Schema.Int }))
    })
  ),
  /** The price by change. `as it is` is the rule set itself. */
  price: Schema.optionalKey(Schema.Record(Schema.String, PriceView)),
  /** Why there is no proof and no price, as a sentence for staff. */
  leftOut: Schema.optionalKey(Schema.String)
})

/** `GET /v1/rule-sets/{id}/analysis`. */
export const AnalysisView = Schema.Struct({
  /** The requested rule set. `of` is the one that was analyzed. */
  ruleSet: RuleSetPin,
  /** What the server's settings changed since the analysis. */
  changes: Schema.Array(Schema.String),
  ...RuleSetAnalysis.fields
})
