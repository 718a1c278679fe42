import * as Schema from "effect/Schema"
import { secondStepFactsSchema } from "./secondStepFactsSchema.ts"

/** The facts of `recovery-code`, as JSON has them. */
export const recoveryCodeFactsSchema = Schema.Struct({
  ...secondStepFactsSchema.fields,
  recoveryCode: Schema.Struct({ state: Schema.Literals(["open", "used", "replaced", "none"]) })
})
