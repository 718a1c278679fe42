import { say } from "../../wording/say.ts"
import { SelectField } from "./SelectField.tsx"

const nothing = () => undefined
const select = {
  id: "secretQuestion",
  label: say("field.secret-question.label"),
  placeholder: say("field.secret-question.placeholder"),
  autoComplete: "off",
  options: [{ value: "first-pet", label: say("secret-question.first-pet") }],
  onValue: nothing
}
const issue = { path: "secretQuestion", code: "missing", messageId: "issue.secret-question-missing", params: {} }

export const examples = {
  open: <SelectField {...select} value="" />,
  chosen: <SelectField {...select} value="first-pet" />,
  wrong: <SelectField {...select} value="" issue={issue} />
}
