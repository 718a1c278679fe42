import { say } from "../../wording/say.ts"
import { Field } from "./Field.tsx"

export const examples = {
  bare: (
    <Field id="bare" label={say("field.name.label")} hint={say("field.name.hint")}>
      <input id="bare" aria-describedby="bare-hint" />
    </Field>
  )
}
