import { useState } from "preact/hooks"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { CallForm, CallFrame, findWrong, missing } from "../form/CallForm.tsx"
import { DonePanel } from "../form/DonePanel.tsx"
import { useForm } from "../form/useForm.ts"
import type { PageProps } from "../PageData.ts"

const Sent = ({ text }: { readonly text: string }) => (
  <DonePanel title={say("forgot.sent-title")}>
    <p>{text}</p>
  </DonePanel>
)

const ForgotUsername = ({ api, data: { contacts } }: PageProps) => {
  const form = useForm({ email: "" })
  const [sent, setSent] = useState(false)
  if (sent) return <Sent text={say("forgot.username.sent", { mailFrom: contacts.mailFrom })} />
  return (
    <CallForm
      form={form}
      phone={contacts.phone}
      submit={say("forgot.username.button")}
      wrong={{ email: missing(form.typed.email, "issue.email-missing") }}
      call={() => api("POST /v1/recovery/username", { body: form.typed })}
      onDone={() => setSent(true)}
    >
      <TextField
        {...form.field("email")}
        label={say("field.email.label")}
        hint={say("forgot.username.hint")}
        type="email"
        autoComplete="email"
        size={30}
      />
    </CallForm>
  )
}

const ForgotPassword = ({ api, data: { contacts } }: PageProps) => {
  const form = useForm({ username: "" })
  const [sent, setSent] = useState(false)
  if (sent) return <Sent text={say("forgot.password.sent", { mailFrom: contacts.mailFrom })} />
  return (
    <CallForm
      form={form}
      phone={contacts.phone}
      submit={say("forgot.password.button")}
      wrong={{ username: missing(form.typed.username, "issue.username-missing") }}
      call={() => api("POST /v1/recovery/password", { body: form.typed })}
      onDone={() => setSent(true)}
    >
      <TextField
        {...form.field("username")}
        label={say("field.username.label")}
        hint={say("forgot.password.hint")}
        autoComplete="username"
        size={30}
      />
    </CallForm>
  )
}

/** S21: a forgotten username or password. Nobody is told whether there is one: what is done is done by mail. @rule D-47 */
export const ForgotPage = (props: PageProps) => {
  const form = useForm({ what: "" })
  const { what } = form.typed
  const isChosen = what !== ""
  const { issue, ...field } = form.field("what")
  return (
    <>
      <Heading depth={0}>{say("page.forgot.title")}</Heading>
      <CallFrame form={isChosen ? { ...form, problem: undefined } : form} phone={props.data.contacts.phone}>
        <RadioGroup
          {...field}
          issue={isChosen ? undefined : issue}
          legend={say("forgot.what")}
          options={[
            { value: "password", label: say("forgot.password.title") },
            { value: "username", label: say("forgot.username.title") }
          ]}
        />
        {isChosen ? null : (
          <div class="mtc-actions">
            <Button onClick={() => findWrong({ what: "issue.forgot-missing" }, form)}>{say("button.next")}</Button>
          </div>
        )}
      </CallFrame>
      {what === "password" ? <ForgotPassword {...props} /> : null}
      {what === "username" ? <ForgotUsername {...props} /> : null}
      <p>
        {say("forgot.lost")} <a href="/letter">{say("forgot.letter")}</a>
      </p>
    </>
  )
}
