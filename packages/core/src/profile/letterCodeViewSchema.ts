import * as Schema from "effect/Schema"
import { schemaOf } from "../engine/schemaOf.ts"
import type { LetterCodeView } from "./enterLetterCode.ts"

/** Whether the code of a letter would end a hold, as JSON has it. */
export const letterCodeViewSchema = schemaOf<LetterCodeView>()(
  "LetterCodeView",
  Schema.Struct({
    needed: Schema.Boolean.annotate({ description: "Whether a letter code would end a current hold." }),
    holdDays: Schema.Int.annotate({ description: "Whole days that the hold lasts without a letter code." })
  })
)
