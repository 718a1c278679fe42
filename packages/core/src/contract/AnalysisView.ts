import * as Schema from "effect/Schema"
import { RuleSetPin } from "./RuleSetView.ts"

const Rules = Schema.Array(Schema.String)

/** What stands out in the rules of a question; rules by id. */
export const QuestionAnalysis = Schema.Struct({
  /** Cases that were looked at. */
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

/** What a policy costs, of 1, or per million. */
export const PriceView = Schema.Struct({
  takeoversPerMillionGuesses: Schema.Number,
  takeoversPerMillionNumbers: Schema.Number,
  /** Of these, on the first day, and by letter: per million numbers. */
  takeoversOnTheFirstDay: Schema.Number,
  takeoversByLetter: Schema.Number,
  ownersRefused: Schema.Number,
  /** Refused with a letter too. */
  ownersWithoutLogon: Schema.Number,
  refusedBy: Schema.Record(Schema.String, Schema.Number)
})

/** What was found out about a rule set before it was put in force. */
export const RuleSetAnalysis = Schema.Struct({
  /** The rule set as it ships, or stands in its file. */
  of: RuleSetPin,
  /** Made with these numbers: their rules are the only ones that know the difference. */
  idRanges: Schema.Literal("sandbox"),
  /** By the question's id. */
  findings: Schema.Record(Schema.String, QuestionAnalysis),
  /** What was proved of all rule sets that ship, over so many cases. */
  proof: Schema.optionalKey(
    Schema.Struct({
      /** Digest of all that the rule set answers. */
      fingerprint: Schema.String,
      cases: Schema.Int,
      invariants: Schema.Array(Schema.Struct({ id: Schema.String, claim: Schema.String, cases: Schema.Int }))
    })
  ),
  /** By what was changed; `as it is` is the rule set itself. */
  price: Schema.optionalKey(Schema.Record(Schema.String, PriceView)),
  /** Why there is no proof and no price, in a sentence for staff. */
  leftOut: Schema.optionalKey(Schema.String)
})

/** `GET /v1/rule-sets/{id}/analysis`. */
export const AnalysisView = Schema.Struct({
  /** The rule set that was asked for; `of` is the one that was analysed. */
  ruleSet: RuleSetPin,
  /** What the settings of the server changed since. */
  changes: Schema.Array(Schema.String),
  ...RuleSetAnalysis.fields
})
