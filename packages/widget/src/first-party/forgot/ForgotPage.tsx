import { useState } from "preact/hooks"
import { Heading } from "../../parts/heading/Heading.tsx"
import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { CallForm, issueIn, missingIn } from "../form/CallForm.tsx"
import { DonePanel } from "../form/DonePanel.tsx"
import type { PageProps } from "../PageProps.ts"
import { useCall } from "../useCall.ts"

const ForgotUsername = ({ api, data }: PageProps) => {
  const [email, setEmail] = useState("")
  const [sent, setSent] = useState(false)
  const { refuse, run, ...call } = useCall()
  const send = () => {
    const missing = missingIn({ email: [email, "issue.email-missing"] })
    if (missing !== undefined) return refuse(missing)
    void run(
      () => api("POST /v1/recovery/username", { body: { email } }),
      () => setSent(true)
    )
  }
  if (sent)
    return (
      <DonePanel title={say("forgot.sent-title")}>
        <p>{say("forgot.username.sent", { mailFrom: data.contacts.mailFrom })}</p>
      </DonePanel>
    )
  return (
    <CallForm {...call} phone={data.contacts.phone} submit={say("forgot.username.button")} onSubmit={send}>
      <TextField
        id="mtc-email"
        label={say("field.email.label")}
        hint={say("forgot.username.hint")}
        issue={issueIn(call.problem, "email")}
        value={email}
        type="email"
        autoComplete="email"
        size={30}
        onValue={setEmail}
      />
    </CallForm>
  )
}

const ForgotPassword = ({ api, data }: PageProps) => {
  const [username, setUsername] = useState("")
  const [sent, setSent] = useState(false)
  const { refuse, run, ...call } = useCall()
  const send = () => {
    const missing = missingIn({ username: [username, "issue.username-missing"] })
    if (missing !== undefined) return refuse(missing)
    void run(
      () => api("POST /v1/recovery/password", { body: { username } }),
      () => setSent(true)
    )
  }
  if (sent)
    return (
      <DonePanel title={say("forgot.sent-title")}>
        <p>{say("forgot.password.sent", { mailFrom: data.contacts.mailFrom })}</p>
      </DonePanel>
    )
  return (
    <CallForm {...call} phone={data.contacts.phone} submit={say("forgot.password.button")} onSubmit={send}>
      <TextField
        id="mtc-username"
        label={say("field.username.label")}
        hint={say("forgot.password.hint")}
        issue={issueIn(call.problem, "username")}
        value={username}
        autoComplete="username"
        size={30}
        onValue={setUsername}
      />
    </CallForm>
  )
}

/** S21: a forgotten username or password. Nobody is told whether there is one: what is done is done by mail. @rule D-47 */
export const ForgotPage = (props: PageProps) => {
  const [what, setWhat] = useState("password")
  return (
    <>
      <Heading depth={0}>{say("page.forgot.title")}</Heading>
      <RadioGroup
        id="mtc-what"
        legend={say("forgot.what")}
        value={what}
        options={[
          { value: "password", label: say("forgot.password.title") },
          { value: "username", label: say("forgot.username.title") }
        ]}
        onValue={setWhat}
      />
      {what === "password" ? <ForgotPassword {...props} /> : <ForgotUsername {...props} />}
      <p>
        {say("forgot.lost")} <a href="/letter">{say("forgot.letter")}</a>
      </p>
    </>
  )
}
