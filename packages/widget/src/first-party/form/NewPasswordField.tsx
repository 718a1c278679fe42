import type { FieldIssue } from "@mtc-logon/core/logon-request"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { say } from "../../wording/say.ts"
import type { PageData } from "../PageData.ts"

interface NewPasswordFieldProps {
  readonly data: PageData
  readonly id: string
  readonly value: string
  readonly issue: FieldIssue | undefined
  readonly onValue: (value: string) => void
}

/** A password that is chosen: what it must be stands in one line, and the browser may make one that keeps the rules. @rule R-18 */
export const NewPasswordField = ({ data, ...field }: NewPasswordFieldProps) => {
  const { classes, maxCodePoints: max, minCodePoints: min } = data.passwordPolicy
  const hints = [
    say("checklist.password-length", { min, max }),
    ...classes.map((each) => say(`checklist.password-${each}`))
  ]
  const rules = [`minlength: ${min}; maxlength: ${max};`, ...classes.map((each) => `required: ${each};`)]
  return (
    <PasswordField
      {...field}
      label={say("new-password.label")}
      hint={hints.join(". ")}
      autoComplete="new-password"
      passwordRules={rules.join(" ")}
    />
  )
}
