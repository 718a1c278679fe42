import { say } from "../../wording/say.ts"
import { PasswordField } from "./PasswordField.tsx"

const nothing = () => undefined
const password = {
  id: "password",
  label: say("field.password.label"),
  showLabel: say("field.password.show"),
  hideLabel: say("field.password.hide"),
  onValue: nothing
} as const
const issue = { path: "password", code: "password-missing", messageId: "issue.password-missing", params: {} }

export const examples = {
  chosen: <PasswordField {...password} value="Example1" autoComplete="new-password" passwordRules="minlength: 8;" />,
  asked: <PasswordField {...password} value="" autoComplete="current-password" />,
  wrong: <PasswordField {...password} value="" autoComplete="new-password" issue={issue} />
}
