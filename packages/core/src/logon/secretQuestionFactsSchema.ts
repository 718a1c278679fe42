import * as Schema from "effect/Schema"

const typed = Schema.String.check(Schema.isMaxLength(1000))

/** The facts of `secret-question`, as JSON has them. */
export const secretQuestionFactsSchema = Schema.Struct({
  secretQuestion: Schema.Struct({ question: typed, answer: typed, username: typed, password: typed })
})
