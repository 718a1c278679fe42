import type { ComponentChildren } from "preact"
import type { Api } from "../../api/Api.ts"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { CallForm, missing } from "./CallForm.tsx"
import { useForm } from "./useForm.ts"

export interface PasswordAgainProps {
  readonly api: Api
  readonly phone: string
  readonly label: string
  readonly submit: string
  readonly onTyped: () => void
  readonly onCancel?: (() => void) | undefined
  /** Counts what asked for it: the question takes the focus, as what is wrong with the answer does. */
  readonly refusals?: number
  readonly children?: ComponentChildren
}

/** The password once more, before something that changes the logon. @rule D-48 */
export const PasswordAgain = ({ api, children, label, onTyped, refusals = 0, ...props }: PasswordAgainProps) => {
  const form = useForm({ password: "" })
  const field = form.field("password")
  return (
    <CallForm
      {...props}
      form={{ ...form, refusals: form.refusals + refusals }}
      wrong={{ password: missing(field.value, "issue.your-password-missing") }}
      call={() => api("POST /v1/sessions/current/password", { body: form.typed })}
      onDone={() => {
        field.onValue("")
        onTyped()
      }}
    >
      {children}
      <PasswordField {...field} label={label} autoComplete="current-password" />
    </CallForm>
  )
}
