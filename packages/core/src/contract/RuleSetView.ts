import * as Schema from "effect/Schema"

/** The identity of a rule set: its id, and the SHA-256 of its content in hex. */
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

/** A rule as anyone can read it. */
export const RuleView = Schema.Struct({
  id: Schema.String,
  title: Schema.String,
  cites: Schema.Array(Citation),
  /** Ids of the questions that ask it. */
  questions: Schema.Array(Schema.String),
  reads: Schema.Array(Schema.Struct({ path: Schema.String, label: Schema.String, secret: Schema.Boolean })),
  /** Whether the rule depends on what is on file. If so, only staff see that it failed. */
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
   * The rule set that the server's settings changed, and the changes: `idRanges: "live" -> "sandbox"`. Or the requested hash, if
   * this release differs from it. @adr 0017
   */
  madeOf: Schema.Struct({ ...RuleSetPin.fields, changes: Schema.Array(Schema.String) }),
  /** Every policy value, by its path. */
  values: Schema.Record(
    Schema.String,
    Schema.Struct({ label: Schema.String, value: Schema.Unknown, unit: Schema.String, source: Schema.String })
  ),
  rules: Schema.Array(RuleView)
})
