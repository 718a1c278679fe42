import { questionIds } from "../questions/questionIds.ts"
import { keysOf } from "../engine/keysOf.ts"
import * as Schema from "effect/Schema"

/** Id of a question. */
export const Question = Schema.Literals(keysOf(questionIds))

/** Facts as JSON, `{subject: {name: value}}`. Core's `knowledgeSchemas` lists the facts of each question. */
export const Facts = Schema.Record(Schema.String, Schema.Unknown)

/** The rule set: `id` on a day, or `id@hash`. The default is the server's rule set today. */
const Under = { ruleSet: Schema.optionalKey(Schema.String), asOf: Schema.optionalKey(Schema.String) }

/** `POST /v1/decisions`. */
export const AskDecision = Schema.Struct({
  question: Question,
  ...Under,
  mode: Schema.Literals(["simulation", "authoritative"]),
  facts: Facts,
  detail: Schema.optionalKey(Schema.Literals(["result", "full"]))
})

/** `POST /v1/decisions/missing`. A line of `POST /v1/decisions/batch` also has `detail`. */
export const AskMissing = Schema.Struct({ question: Question, ...Under, facts: Facts })

/** A line of `POST /v1/decisions/batch`. */
export const AskBatchLine = Schema.Struct({
  ...AskMissing.fields,
  detail: Schema.optionalKey(Schema.Literals(["result", "full"]))
})

/** `POST /v1/decisions/what-if`. Rule sets by `id` (the one in force today, or the newest) or by `id@hash`. */
export const AskWhatIf = Schema.Struct({
  question: Question,
  base: Schema.String,
  candidate: Schema.String,
  cases: Schema.Array(Facts)
})
