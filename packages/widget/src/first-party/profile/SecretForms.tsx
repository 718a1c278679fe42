import type { ChangedProfileView } from "@mtc-logon/core/profile"
import { useState } from "preact/hooks"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { SelectField } from "../../parts/select-field/SelectField.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { issueIn, missingIn } from "../form/CallForm.tsx"
import { NewPasswordField } from "../form/NewPasswordField.tsx"
import { PartForm } from "./PartForm.tsx"
import type { PartProps } from "./PartProps.ts"

/** A new address: it counts once the link that goes there is used. */
export const EmailForm = ({ api, data, onCancel, onDone }: PartProps<ChangedProfileView>) => {
  const [typed, setTyped] = useState({ email: "", confirmEmail: "" })
  return (
    <PartForm
      api={api}
      phone={data.contacts.phone}
      submit={say("my-profile.email.button")}
      check={() => missingIn({ email: [typed.email, "issue.email-missing"] })}
      call={() => api.change(typed)}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problem) => (
        <>
          <p>{say("my-profile.email.text")}</p>
          <TextField
            id="mtc-email"
            label={say("wrong-email.email")}
            issue={issueIn(problem, "email")}
            value={typed.email}
            type="email"
            autoComplete="email"
            size={30}
            onValue={(email) => setTyped((before) => ({ ...before, email }))}
          />
          <TextField
            id="mtc-confirmEmail"
            label={say("wrong-email.confirm")}
            issue={issueIn(problem, "confirmEmail")}
            value={typed.confirmEmail}
            type="email"
            autoComplete="email"
            size={30}
            onValue={(confirmEmail) => setTyped((before) => ({ ...before, confirmEmail }))}
          />
        </>
      )}
    </PartForm>
  )
}

/** A new password; whoever else is logged in is logged out. */
export const PasswordForm = ({ api, data, onCancel, onDone }: PartProps<void>) => {
  const [typed, setTyped] = useState({ newPassword: "", confirmPassword: "" })
  return (
    <PartForm
      api={api}
      phone={data.contacts.phone}
      submit={say("my-profile.save")}
      check={() => missingIn({ newPassword: [typed.newPassword, "issue.password-missing"] })}
      call={() => api.changePassword(typed)}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problem) => (
        <>
          <p>{say("my-profile.password.text")}</p>
          <NewPasswordField
            data={data}
            issue={issueIn(problem, "newPassword")}
            value={typed.newPassword}
            onValue={(newPassword) => setTyped((before) => ({ ...before, newPassword }))}
          />
          <PasswordField
            id="mtc-confirmPassword"
            label={say("field.confirm-password.label")}
            issue={issueIn(problem, "confirmPassword")}
            value={typed.confirmPassword}
            autoComplete="new-password"
            showLabel={say("field.confirm-password.show")}
            hideLabel={say("field.confirm-password.hide")}
            onValue={(confirmPassword) => setTyped((before) => ({ ...before, confirmPassword }))}
          />
        </>
      )}
    </PartForm>
  )
}

/** A new PIN for calls. @rule D-17 */
export const PinForm = ({ api, data, onCancel, onDone }: PartProps<void>) => {
  const [pin, setPin] = useState("")
  return (
    <PartForm
      api={api}
      phone={data.contacts.phone}
      submit={say("my-profile.save")}
      check={() => missingIn({ pin: [pin, "issue.pin-missing"] })}
      call={() => api.changePin(pin)}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problem) => (
        <TextField
          id="mtc-pin"
          label={say("field.pin.label", { digits: data.pinDigits })}
          hint={say("field.pin.hint")}
          issue={issueIn(problem, "pin")}
          value={pin}
          inputMode="numeric"
          autoComplete="off"
          size={6}
          onValue={setPin}
        />
      )}
    </PartForm>
  )
}

/** Another secret question. @rule D-20 */
export const QuestionForm = ({ api, data, onCancel, onDone }: PartProps<void>) => {
  const [typed, setTyped] = useState({ secretQuestion: "", secretAnswer: "" })
  return (
    <PartForm
      api={api}
      phone={data.contacts.phone}
      submit={say("my-profile.save")}
      check={() =>
        missingIn({
          secretQuestion: [typed.secretQuestion, "issue.secret-question-missing"],
          secretAnswer: [typed.secretAnswer, "issue.secret-answer-missing"]
        })
      }
      call={() => api.changeSecretQuestion(typed)}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problem) => (
        <>
          <SelectField
            id="mtc-secretQuestion"
            label={say("field.secret-question.label")}
            issue={issueIn(problem, "secretQuestion")}
            value={typed.secretQuestion}
            autoComplete="off"
            placeholder={say("field.secret-question.placeholder")}
            options={data.secretQuestions.map((value) => ({ value, label: sayOf(`secret-question.${value}`) }))}
            onValue={(secretQuestion) => setTyped((before) => ({ ...before, secretQuestion }))}
          />
          <TextField
            id="mtc-secretAnswer"
            label={say("field.secret-answer.label")}
            hint={say("field.secret-answer.hint")}
            issue={issueIn(problem, "secretAnswer")}
            value={typed.secretAnswer}
            autoComplete="off"
            size={30}
            onValue={(secretAnswer) => setTyped((before) => ({ ...before, secretAnswer }))}
          />
        </>
      )}
    </PartForm>
  )
}
