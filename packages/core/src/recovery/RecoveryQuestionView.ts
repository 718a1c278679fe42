import * as Schema from "effect/Schema"

/** What is asked besides the link of a forgotten password, as JSON has it. */
export const RecoveryQuestionView = Schema.Struct({
  proof: Schema.Literals(["secret-question", "code", "none"]).annotate({
    description:
      "What is required in addition to the link. none means that nothing is left: the person needs a letter and a new request."
  }),
  question: Schema.optionalKey(Schema.String.annotate({ description: "ID of the question, for secret-question." })),
  options: Schema.optionalKey(
    Schema.Record(Schema.String, Schema.Unknown).annotate({
      description: "For code, if the logon has a passkey: a new challenge at each call."
    })
  ),
  username: Schema.String
}).annotate({ identifier: "RecoveryQuestionView" })
export type RecoveryQuestionView = typeof RecoveryQuestionView.Type
