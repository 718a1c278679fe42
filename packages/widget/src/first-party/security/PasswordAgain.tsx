import { useState } from "preact/hooks"
import type { Api } from "../../api/Api.ts"
import { Dialog } from "../../parts/dialog/Dialog.tsx"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { say } from "../../wording/say.ts"
import { CallForm, issueIn, missingIn } from "../form/CallForm.tsx"
import { useCall } from "../useCall.ts"

export interface PasswordAgainProps {
  readonly api: Api
  readonly phone: string
  readonly onTyped: () => void
  readonly onClose: () => void
}

/** The password once more, before something that changes how the logon is opened. @rule D-48 */
export const PasswordAgain = ({ onClose, onTyped, phone, api }: PasswordAgainProps) => {
  const [password, setPassword] = useState("")
  const { refuse, run, ...call } = useCall()
  const send = () => {
    const missing = missingIn({ password: [password, "issue.your-password-missing"] })
    if (missing !== undefined) return refuse(missing)
    void run(() => api("POST /v1/sessions/current/password", { body: { password } }), onTyped)
  }
  return (
    <Dialog id="mtc-password-again" title={say("security.password.title")} onClose={onClose}>
      <p>{say("security.password.text")}</p>
      <CallForm {...call} phone={phone} submit={say("security.password.confirm")} onSubmit={send} onCancel={onClose}>
        <PasswordField
          id="mtc-password"
          label={say("field.password.label")}
          issue={issueIn(call.problem, "password")}
          value={password}
          autoComplete="current-password"
          showLabel={say("field.password.show")}
          hideLabel={say("field.password.hide")}
          onValue={setPassword}
        />
      </CallForm>
    </Dialog>
  )
}
