import * as Schema from "effect/Schema"
import { schemaOf } from "../engine/schemaOf.ts"
import type { RecoveryQuestionView } from "./RecoveryQuestionView.ts"

/** What is asked besides the link of a forgotten password, as JSON has it. */
export const recoveryQuestionViewSchema = schemaOf<RecoveryQuestionView>()(
  "RecoveryQuestionView",
  Schema.Struct({
    proof: Schema.Literals(["secret-question", "code", "none"]).annotate({
      description: "What is asked besides the link. none: nothing is left, a letter and a new request are the way."
    }),
    question: Schema.optionalKey(Schema.String.annotate({ description: "Id of the question, with secret-question." })),
    options: Schema.optionalKey(
      Schema.Record(Schema.String, Schema.Unknown).annotate({
        description: "With code, where the logon has a passkey: what it is to sign, new at each call."
      })
    ),
    username: Schema.String
  })
)
