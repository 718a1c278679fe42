import * as Schema from "effect/Schema"

const typed = Schema.String.check(Schema.isMaxLength(1000))

/** The facts of `password`, as JSON has them. */
export const passwordFactsSchema = Schema.Struct({
  password: Schema.Struct({ text: typed, confirm: typed, username: typed, blocklisted: Schema.Boolean })
})

/** The facts of `password-change`, as JSON has them. */
export const passwordChangeFactsSchema = Schema.Struct({
  ...passwordFactsSchema.fields,
  passwordChange: Schema.Struct({ reused: Schema.Boolean })
})
