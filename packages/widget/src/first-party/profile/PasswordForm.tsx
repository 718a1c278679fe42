import { useState } from "preact/hooks"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { say } from "../../wording/say.ts"
import { issueIn, missingIn } from "../form/CallForm.tsx"
import { NewPasswordField } from "../form/NewPasswordField.tsx"
import { PartForm } from "./PartForm.tsx"
import type { PartProps } from "./PartProps.ts"

/** A new password; whoever else is logged in is logged out. */
export const PasswordForm = ({ api, data, onCancel, onDone }: PartProps<void>) => {
  const [typed, setTyped] = useState({ newPassword: "", confirmPassword: "" })
  return (
    <PartForm
      api={api}
      phone={data.contacts.phone}
      submit={say("my-profile.save")}
      check={() => missingIn({ newPassword: [typed.newPassword, "issue.password-missing"] })}
      call={() => api("POST /v1/me/password", { body: typed })}
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
