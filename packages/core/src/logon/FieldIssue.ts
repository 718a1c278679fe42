import * as Schema from "effect/Schema"

/** One thing to mend in what a person typed: the field, and what to say of it. Never the value. */
export const FieldIssue = Schema.Struct({
  /** The field of the answer, `amount`. */
  path: Schema.String,
  /** Stable for programs, `amount-not-positive`. */
  code: Schema.String,
  /** Wording id. */
  messageId: Schema.String,
  params: Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))
})
export type FieldIssue = typeof FieldIssue.Type
