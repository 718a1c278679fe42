import { say } from "../../wording/say.ts"
import { RadioGroup } from "./RadioGroup.tsx"

const nothing = () => undefined
const group = {
  id: "verificationType",
  legend: say("field.verification-type.legend"),
  options: [
    { value: "amount", label: say("field.verification-type.amount") },
    {
      value: "letterId",
      label: say("field.verification-type.letter-id"),
      hint: say("field.verification-type.letter-id-hint")
    }
  ],
  onValue: nothing
}
const issue = { path: "verificationType", code: "missing", messageId: "issue.verification-type-missing", params: {} }

export const examples = {
  open: <RadioGroup {...group} value="" />,
  chosen: <RadioGroup {...group} value="letterId" hint={say("field.account-type.hint")} />,
  wrong: <RadioGroup {...group} value="" issue={issue} />
}
