import type { FieldIssue } from "@mtc-logon/core/logon-request"
import { useState } from "preact/hooks"
import type { Api } from "../../api/Api.ts"
import type { RequestKey } from "../../api/RequestKey.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Disclosure } from "../../parts/disclosure/Disclosure.tsx"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { fieldId } from "../fieldId.ts"

export interface WrongEmailProps {
  readonly api: Api
  readonly requestKey: RequestKey
}

const empty = { email: "", confirmEmail: "", password: "" }

/** Corrects the e-mail address before the logon is used: the password again, a new link, the old one dies. @rule D-13 */
export const WrongEmail = ({ api, requestKey }: WrongEmailProps) => {
  const [typed, setTyped] = useState(empty)
  const [issues, setIssues] = useState<ReadonlyArray<FieldIssue>>([])
  const [state, setState] = useState<"asking" | "sending" | "sent" | "refused" | "unavailable">("asking")
  const field = (name: keyof typeof empty) => ({
    id: fieldId(`new-${name}`),
    value: typed[name],
    issue: issues.find(({ path }) => path === name),
    onValue: (value: string) => setTyped({ ...typed, [name]: value })
  })
  const send = async () => {
    if (state === "sending") return
    setState("sending")
    const reply = await api("POST /v1/logon-requests/{id}/email", { key: requestKey, body: typed })
    if (reply.ok) {
      setTyped(empty)
      setIssues([])
      setState("sent")
      return
    }
    setIssues(reply.problem.issues ?? [])
    setState(
      reply.problem.issues !== undefined
        ? "asking"
        : reply.problem.status >= 400 && reply.problem.status < 500
          ? "refused"
          : "unavailable"
    )
  }
  return (
    <Disclosure summary={say("wrong-email.summary")}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p>{say("wrong-email.text")}</p>
        <TextField {...field("email")} label={say("wrong-email.email")} type="email" autoComplete="email" size={30} />
        <TextField
          {...field("confirmEmail")}
          label={say("wrong-email.confirm")}
          type="email"
          autoComplete="email"
          size={30}
        />
        <PasswordField {...field("password")} label={say("wrong-email.password")} autoComplete="current-password" />
        <Button kind="secondary" type="submit" busy={state === "sending"}>
          {say("wrong-email.send")}
        </Button>
        <div role="status">
          {state === "sent" ? <Alert kind="success">{say("wrong-email.sent")}</Alert> : null}
          {state === "refused" ? <Alert kind="error">{say("wrong-email.refused")}</Alert> : null}
          {state === "unavailable" ? <Alert kind="error">{say("problem-alert.unavailable.title")}</Alert> : null}
        </div>
      </form>
    </Disclosure>
  )
}
