import * as Schema from "effect/Schema"
import { readQuestion } from "../routes/rules-engine/decisionRoutes.ts"
import type { Call } from "./Call.ts"

const decisionSchema = Schema.Struct({
  result: Schema.Literals(["Accepted", "Refused", "NeedsFacts", "Locked", "Referred"]),
  code: Schema.String.annotate({ description: "Stable for programs: the message of the rule, or the result." }),
  rule: Schema.optionalKey(Schema.String.annotate({ description: "Id of the rule; absent for a secret one." })),
  advice: Schema.Array(
    Schema.Struct({
      message: Schema.String.annotate({ description: "Wording id." }),
      params: Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite])),
      remedies: Schema.Array(Schema.String).annotate({ description: "Wording ids of what to do next." })
    })
  )
})

/** Questions of a rule set. */
export const rulesEngineCalls: ReadonlyArray<Call> = [
  {
    method: "post",
    path: "/v1/decisions",
    name: "decide",
    tag: "Rules engine",
    summary: "Ask a question of the rule set in force",
    description: "A simulation looks nothing up and is not logged; what is not given is not known.",
    key: "none",
    body: readQuestion.schema,
    answers: {
      200: {
        description: "The decision.",
        json: Schema.Struct({
          ruleSet: Schema.Struct({ id: Schema.String, hash: Schema.String }),
          decision: decisionSchema,
          findings: Schema.optionalKey(
            Schema.Array(
              Schema.Struct({
                rule: Schema.String,
                title: Schema.String,
                outcome: Schema.Literals(["pass", "fail", "pending", "notApplicable"])
              })
            ).annotate({ description: "With detail full: every rule." })
          )
        })
      }
    }
  }
]
