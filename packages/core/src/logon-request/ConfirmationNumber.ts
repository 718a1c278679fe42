import * as Schema from "effect/Schema"

/** The number that a person keeps of their request, `0-704-061-440`. Made by `formatConfirmationNumber`, unique for ever. @rule R-27 */
export const ConfirmationNumber = Schema.String.check(Schema.isPattern(/^\d-\d{3}-\d{3}-\d{3}$/u)).pipe(
  Schema.brand("ConfirmationNumber")
)
export type ConfirmationNumber = typeof ConfirmationNumber.Type
