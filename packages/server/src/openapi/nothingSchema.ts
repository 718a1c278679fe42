import * as Schema from "effect/Schema"

/** `{}`: what is answered where there is nothing to tell. */
export const nothingSchema = Schema.Record(Schema.String, Schema.Never)
