import { questionIds } from "../questions/questionIds.ts"
import { keysOf } from "../engine/keysOf.ts"
import * as Schema from "effect/Schema"

/** Id of a question. */
export const Question = Schema.Literals(keysOf(questionIds))

/** Facts in JSON, `{subject: {name: value}}`; which a question has, `knowledgeSchemas` of core says. */
export const Facts = Schema.Record(Schema.String, Schema.Unknown)

/** Which rules: `id` on a day, or `id@hash`; neither: those of the house, today. */
const Under = { ruleSet: Schema.optionalKey(Schema.String), asOf: Schema.optionalKey(Schema.String) }

/** `POST /v1/decisions`. */
export const AskDecision = Schema.Struct({
  question: Question,
  ...Under,
  mode: Schema.Literals(["simulation", "authoritative"]),
  facts: Facts,
  detail: Schema.optionalKey(Schema.Literals(["result", "full"]))
})

/** `POST /v1/decisions/missing`; a line of `POST /v1/decisions/batch` has `detail` besides. */
export const AskMissing = Schema.Struct({ question: Question, ...Under, facts: Facts })

/** A line of `POST /v1/decisions/batch`. */
export const AskBatchLine = Schema.Struct({
  ...AskMissing.fields,
  detail: Schema.optionalKey(Schema.Literals(["result", "full"]))
})

/** `POST /v1/decisions/what-if`: rule sets by `id` (in force today, else the newest of the line) or `id@hash`. */
export const AskWhatIf = Schema.Struct({
  question: Question,
  base: Schema.String,
  candidate: Schema.String,
  cases: Schema.Array(Facts)
})
