import * as Schema from "effect/Schema"

/** `{}`, as a body or an answer; an empty `Struct` would take any value that is something. */
export const nothingSchema = Schema.Record(Schema.String, Schema.Never)
