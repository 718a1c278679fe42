import type { ComponentChildren } from "preact"
import { useState } from "preact/hooks"
import type { Api } from "../../api/Api.ts"
import type { Problem, Reply } from "../../api/Problem.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { say } from "../../wording/say.ts"
import { CallForm, issueIn, missingIn } from "../form/CallForm.tsx"
import { useCall } from "../useCall.ts"

interface PartFormProps<A> {
  readonly api: Api
  readonly phone: string
  readonly submit: string
  /** What is missing, before the call; absent: nothing. */
  readonly check?: () => Problem | undefined
  readonly call: () => Promise<Reply<A>>
  readonly onDone: (value: A) => void
  readonly onCancel?: (() => void) | undefined
  readonly children: (problem: Problem | undefined) => ComponentChildren
}

/**
 * A part of the profile being changed. Where the password was typed too long ago it is asked here, and the change goes on
 * by itself: what was typed stays.
 */
export const PartForm = <A,>(props: PartFormProps<A>) => {
  const { api, check, children, onCancel, onDone, phone, submit } = props
  const [password, setPassword] = useState("")
  const change = useCall()
  const again = useCall()
  const asks = change.problem?.code === "password_required"
  const save = () => {
    const wrong = check?.()
    if (wrong !== undefined) return change.refuse(wrong)
    void change.run(props.call, onDone)
  }
  const typeAgain = () => {
    const missing = missingIn({ password: [password, "issue.your-password-missing"] })
    if (missing !== undefined) return again.refuse(missing)
    void again.run(
      () => api("POST /v1/sessions/current/password", { body: { password } }),
      () => {
        setPassword("")
        save()
      }
    )
  }
  if (asks)
    return (
      <CallForm
        {...again}
        // The question for the password takes the focus, as what is wrong with it does.
        refusals={change.refusals + again.refusals}
        phone={phone}
        submit={say("my-profile.password-again.button")}
        onSubmit={typeAgain}
        onCancel={onCancel}
      >
        <Alert kind="info" title={say("my-profile.password-again.text")} focusable>
          {null}
        </Alert>
        <PasswordField
          id="mtc-password"
          label={say("my-profile.password-again.label")}
          issue={issueIn(again.problem, "password")}
          value={password}
          autoComplete="current-password"
          showLabel={say("field.password.show")}
          hideLabel={say("field.password.hide")}
          onValue={setPassword}
        />
      </CallForm>
    )
  return (
    <CallForm {...change} phone={phone} submit={submit} onSubmit={save} onCancel={onCancel}>
      {children(change.problem)}
    </CallForm>
  )
}
