import { say } from "../../wording/say.ts"
import { GivenValue } from "./GivenValue.tsx"

const nothing = () => undefined

export const examples = {
  masked: (
    <GivenValue
      label={say("field.id.ssn")}
      value="***-**-6789"
      spoken={say("field.id.ending", { digits: "6789" })}
      change={say("field.id.change")}
      onChange={nothing}
    />
  )
}
