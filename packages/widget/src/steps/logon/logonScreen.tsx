import { passwordChecklist, usernameChecklist } from "@mtc-logon/core/logon-request/rules"
import type { LogonRequestOptions } from "@mtc-logon/core/logon-request"
import { Checklist } from "../../parts/checklist/Checklist.tsx"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { SelectField } from "../../parts/select-field/SelectField.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say, sayOf } from "../../wording/say.ts"
import type { Screen, ScreenProps } from "../Screen.ts"
import { textOf } from "../Screen.ts"
import { RoleNotice } from "./RoleNotice.tsx"

/** The rules in the syntax that browsers' password generators read. */
const passwordRulesOf = ({ policy }: LogonRequestOptions): string => {
  const { minCodePoints, maxCodePoints, classes } = policy.logon.password
  return [
    `minlength: ${minCodePoints};`,
    `maxlength: ${maxCodePoints};`,
    ...classes.map((one) => `required: ${one};`)
  ].join(" ")
}

const Fields = ({ view, typed, field, answered, notMe }: ScreenProps) => {
  const { options } = view
  const { username, secretQuestions } = options.policy.logon
  const passwords = {
    password: textOf(typed, "password"),
    confirmPassword: textOf(typed, "confirmPassword"),
    username: textOf(typed, "username")
  }
  return (
    <>
      <RoleNotice view={view} notMe={notMe} />
      {answered ? <p class="mtc-notice">{say("logon.given")}</p> : null}
      <TextField
        {...field("username")}
        label={say("field.username.label")}
        hint={say("field.username.hint", { min: username.minCodePoints, max: username.maxCodePoints })}
        autoComplete="username"
      />
      <Checklist
        id="mtc-username-list"
        title={say("logon.username-list")}
        items={usernameChecklist(passwords.username, options)}
        started={passwords.username !== ""}
      />
      <PasswordField
        {...field("password")}
        label={say("field.password.label")}
        autoComplete="new-password"
        passwordRules={passwordRulesOf(options)}
        alsoDescribedBy="mtc-password-list"
      />
      <PasswordField
        {...field("confirmPassword")}
        label={say("field.confirm-password.label")}
        autoComplete="new-password"
        passwordRules={passwordRulesOf(options)}
        showLabel={say("field.confirm-password.show")}
        hideLabel={say("field.confirm-password.hide")}
      />
      <Checklist
        id="mtc-password-list"
        title={say("logon.password-list")}
        items={passwordChecklist(passwords, options)}
        started={passwords.password !== ""}
      />
      {secretQuestions.length === 0 ? null : (
        <>
          <p>{say("logon.secret-question")}</p>
          <SelectField
            {...field("secretQuestion")}
            label={say("field.secret-question.label")}
            placeholder={say("field.secret-question.placeholder")}
            autoComplete="off"
            options={secretQuestions.map((id) => ({
              value: id,
              label: sayOf("secret-question.", `secret-question.${id}`)
            }))}
          />
          <TextField
            {...field("secretAnswer")}
            label={say("field.secret-answer.label")}
            hint={say("field.secret-answer.hint")}
            autoComplete="off"
          />
        </>
      )}
    </>
  )
}

/** S08: username, password, secret question. None of them but the username is ever given back. @rule R-17 @rule R-18 @rule R-19 */
export const logonScreen: Screen<"logon"> = {
  start: ({ answers }) => ({
    username: answers.logon?.username ?? "",
    password: "",
    confirmPassword: "",
    secretQuestion: answers.logon?.secretQuestion ?? "",
    secretAnswer: ""
  }),
  Fields,
  answer: (typed) => ({
    username: textOf(typed, "username"),
    password: textOf(typed, "password"),
    confirmPassword: textOf(typed, "confirmPassword"),
    secretQuestion: textOf(typed, "secretQuestion"),
    secretAnswer: textOf(typed, "secretAnswer")
  })
}
