import type { KeptRuleSet } from "@mtc-logon/core/decisions"
import { isSecret } from "@mtc-logon/core/engine"
import type { Asked, Rule } from "@mtc-logon/core/engine"
import { policySheet, policyValues } from "@mtc-logon/core/rule-sets"
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
   * What the settings of the house were put upon, and what they changed: `idRanges: "live" -> "sandbox"`; or the hash that was
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

type AnyAsked = Asked<never, never, unknown>

/** A rule set as a line of the list. */
export const ruleSetToLine = ({ effective, pin, version }: KeptRuleSet): typeof RuleSetLine.Type => ({
  id: pin.id,
  version,
  effective,
  hash: pin.hash
})

/** Every rule that a rule set asks, once, in the order in which they are asked. */
export const rulesToView = ({ ask }: KeptRuleSet): ReadonlyArray<typeof RuleView.Type> => {
  const asking = new Map<Rule<never, never>, AnyAsked[]>()
  for (const asked of Object.values(ask as unknown as Readonly<Record<string, AnyAsked>>)) {
    for (const { rule } of asked.rows) asking.set(rule, [...(asking.get(rule) ?? []), asked])
  }
  return Array.from(asking, ([rule, all]) => {
    const { cites, id, message, reads, remedies, title } = rule
    const { sheet } = all[0]!.question
    return {
      id,
      title,
      cites,
      questions: all.map(({ question }) => question.id),
      reads: reads.map((path) => ({ path, label: sheet[path]!.label, secret: sheet[path]!.secret })),
      secret: all.some(({ question }) => isSecret(rule, question)),
      message,
      remedies
    }
  })
}

/** All that a rule set says. */
export const ruleSetToView = (ruleSet: KeptRuleSet): typeof RuleSetView.Type => ({
  ...ruleSetToLine(ruleSet),
  madeOf: { ...ruleSet.madeOf.pin, changes: ruleSet.madeOf.changes },
  values: Object.fromEntries(
    Object.entries(policyValues(ruleSet)).map(([path, value]) => [path, { label: policySheet[path]!.label, ...value }])
  ),
  rules: rulesToView(ruleSet)
})
