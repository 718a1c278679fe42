import * as Schema from "effect/Schema"

/** A rule set by what it is: its id and the SHA-256, hex, of what it says. */
export const RuleSetPin = Schema.Struct({ id: Schema.String, hash: Schema.String })

/** Where a rule comes from. */
export const Citation = Schema.Union([
  Schema.Struct({ source: Schema.Literal("seed"), line: Schema.Int, quote: Schema.String }),
  Schema.Struct({ source: Schema.String, url: Schema.String, quote: Schema.optionalKey(Schema.String) }),
  Schema.Struct({ decision: Schema.String })
])

/** A line of the list of rule sets. */
export const RuleSetLine = Schema.Struct({
  id: Schema.String,
  version: Schema.Int,
  effective: Schema.Struct({ from: Schema.String, to: Schema.optionalKey(Schema.String) }),
  hash: Schema.String
})

/** `GET /v1/rule-sets`. */
export const RuleSetListView = Schema.Struct({ ruleSets: Schema.Array(RuleSetLine) })

/** A rule as the outside may read it. */
export const RuleView = Schema.Struct({
  id: Schema.String,
  title: Schema.String,
  cites: Schema.Array(Citation),
  /** Ids of the questions that ask it. */
  questions: Schema.Array(Schema.String),
  reads: Schema.Array(Schema.Struct({ path: Schema.String, label: Schema.String, secret: Schema.Boolean })),
  /** It rests on what is on file: nobody outside is told that it failed. */
  secret: Schema.Boolean,
  /** Wording ids. */
  message: Schema.String,
  remedies: Schema.Array(Schema.String)
})

/** `GET /v1/rule-sets/{id}/rules/{ruleId}`. */
export const RuleAnswerView = Schema.Struct({ ruleSet: RuleSetPin, rule: RuleView })

/** `GET /v1/rule-sets/{id}`. */
export const RuleSetView = Schema.Struct({
  ...RuleSetLine.fields,
  /**
   * What the settings of the server were put upon, and what they changed: `idRanges: "live" -> "sandbox"`; or the hash that was
   * asked for, where this release says something otherwise. @adr 0017
   */
  madeOf: Schema.Struct({ ...RuleSetPin.fields, changes: Schema.Array(Schema.String) }),
  /** Every policy value, by its path. */
  values: Schema.Record(
    Schema.String,
    Schema.Struct({ label: Schema.String, value: Schema.Unknown, unit: Schema.String, source: Schema.String })
  ),
  rules: Schema.Array(RuleView)
})
