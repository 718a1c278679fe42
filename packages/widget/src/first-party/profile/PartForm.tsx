import type { Api } from "../../api/Api.ts"
import type { Reply } from "../../api/Problem.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { say } from "../../wording/say.ts"
import type { CallFormProps } from "../form/CallForm.tsx"
import { CallForm } from "../form/CallForm.tsx"
import { PasswordAgain } from "../form/PasswordAgain.tsx"

/**
 * A part of the profile being changed. Where the password was typed too long ago it is asked here, and the change goes on
 * by itself: what was typed stays.
 */
export const PartForm = <A,>({
  api,
  ...props
}: CallFormProps<A> & { readonly api: Api; readonly call: () => Promise<Reply<A>> }) =>
  props.form.problem?.code === "password_required" ? (
    <PasswordAgain
      api={api}
      phone={props.phone}
      label={say("my-profile.password-again.label")}
      submit={say("my-profile.password-again.button")}
      refusals={props.form.refusals}
      onTyped={() => void props.form.run(props.call, props.onDone)}
      onCancel={props.onCancel}
    >
      <Alert kind="info" title={say("my-profile.password-again.text")} focusable>
        {null}
      </Alert>
    </PasswordAgain>
  ) : (
    <CallForm {...props} />
  )
