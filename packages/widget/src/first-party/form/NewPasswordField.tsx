import type { FieldIssue } from "@mtc-logon/core/logon-request"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { say } from "../../wording/say.ts"
import type { PageData } from "../PageData.ts"

interface NewPasswordFieldProps {
  readonly data: PageData
  readonly value: string
  readonly issue: FieldIssue | undefined
  readonly onValue: (value: string) => void
}

/** What a password must be, in one line, from the rule set in force. @rule R-18 */
const hintOf = ({ classes, maxCodePoints, minCodePoints }: PageData["passwordPolicy"]): string =>
  [
    say("checklist.password-length", { min: minCodePoints, max: maxCodePoints }),
    ...classes.map((each) => say(`checklist.password-${each}`))
  ].join(". ")

/** A password that is chosen: the browser may make one that keeps the rules. */
export const NewPasswordField = ({ data, issue, onValue, value }: NewPasswordFieldProps) => {
  const { classes, maxCodePoints, minCodePoints } = data.passwordPolicy
  return (
    <PasswordField
      id="mtc-newPassword"
      label={say("new-password.label")}
      hint={hintOf(data.passwordPolicy)}
      issue={issue}
      value={value}
      autoComplete="new-password"
      passwordRules={[
        `minlength: ${minCodePoints}; maxlength: ${maxCodePoints};`,
        ...classes.map((each) => `required: ${each};`)
      ].join(" ")}
      showLabel={say("field.password.show")}
      hideLabel={say("field.password.hide")}
      onValue={onValue}
    />
  )
}
