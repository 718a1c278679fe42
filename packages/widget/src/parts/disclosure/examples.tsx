import { say } from "../../wording/say.ts"
import { Disclosure } from "./Disclosure.tsx"

export const examples = {
  closed: (
    <Disclosure summary={say("form-help.summary")}>
      <p>{say("form-help.none")}</p>
    </Disclosure>
  )
}
