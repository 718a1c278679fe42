import * as Schema from "effect/Schema"

/** The facts of `username`, as JSON has them. */
export const usernameFactsSchema = Schema.Struct({
  username: Schema.Struct({
    text: Schema.String.check(Schema.isMaxLength(1000)),
    ownNumber: Schema.NullOr(Schema.String.check(Schema.isPattern(/^\d{9}$/u))),
    taken: Schema.Boolean
  })
})
