import * as Schema from "effect/Schema"

const typed = Schema.String.check(Schema.isMaxLength(1000))

/** The facts of `profile`, as JSON has them. */
export const profileFactsSchema = Schema.Struct({
  profile: Schema.Struct({
    name: typed,
    phoneCountry: typed,
    phoneType: typed,
    phoneNumber: typed,
    pin: typed,
    email: typed,
    confirmEmail: typed
  })
})
