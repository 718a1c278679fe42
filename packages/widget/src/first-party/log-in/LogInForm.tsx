import type { FieldIssue } from "@mtc-logon/core/logon-request"
import { useRef, useState } from "preact/hooks"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { ErrorSummary } from "../../parts/error-summary/ErrorSummary.tsx"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import type { IssueId } from "../../wording/sayIssue.ts"
import { DonePanel } from "../form/DonePanel.tsx"
import type { PageProps } from "../PageProps.ts"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"
import { activationCode } from "./activationCode.ts"

const missing = (field: string, messageId: IssueId): FieldIssue => ({
  path: field,
  code: messageId,
  messageId,
  params: {}
})

/** Username and password; the activation code of the link goes along once, unseen. @rule D-13 */
export const LogInForm = ({ api, follow, data }: PageProps) => {
  const root = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState({ username: "", password: "" })
  const [issues, setIssues] = useState<ReadonlyArray<FieldIssue>>([])
  const [resent, setResent] = useState(false)
  const { busy, problem, refusals, run, refuse } = useCall()
  useFocusAfter(refusals, root)
  const code = activationCode()

  const logIn = () => {
    const found = [
      ...(typed.username.trim() === "" ? [missing("log-in-username", "issue.your-username-missing")] : []),
      ...(typed.password === "" ? [missing("log-in-password", "issue.your-password-missing")] : [])
    ]
    setIssues(found)
    setResent(false)
    if (found.length > 0) return refuse({ status: 0, code: "issues" })
    void run(
      () => api("POST /v1/sessions", { body: { ...typed, ...(code === undefined ? {} : { activationCode: code }) } }),
      follow
    )
  }
  const resend = () =>
    void run(
      () => api("POST /v1/activations/resend", { body: typed }),
      () => setResent(true)
    )
  const issueOf = (field: string) => issues.find(({ path }) => path === field)

  return (
    <div ref={root} aria-busy={busy}>
      <ErrorSummary issues={issues} targetOf={(field) => `mtc-${field}`} />
      {problem === undefined || issues.length > 0 ? null : problem.code === "activation_required" ? (
        <Alert kind="info" title={say("log-in.activation.title")} focusable>
          <p>
            {say(
              `log-in.activation.${problem.reason === "expired" || problem.reason === "superseded" ? problem.reason : "missing"}`
            )}
          </p>
          <Button kind="secondary" onClick={resend}>
            {say("log-in.activation.resend")}
          </Button>
        </Alert>
      ) : (
        <Alert
          kind="error"
          title={problem.code === "log_in_failed" ? say("log-in.failed") : problemWords(problem)}
          focusable
        >
          <p>{say("log-in.help", { phone: data.contacts.phone })}</p>
        </Alert>
      )}
      {resent ? <DonePanel title={say("log-in.activation.resent")}>{null}</DonePanel> : null}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          logIn()
        }}
      >
        <TextField
          id="mtc-log-in-username"
          label={say("field.username.label")}
          issue={issueOf("log-in-username")}
          value={typed.username}
          autoComplete="username"
          size={30}
          onValue={(username) => setTyped((before) => ({ ...before, username }))}
        />
        <PasswordField
          id="mtc-log-in-password"
          label={say("field.password.label")}
          issue={issueOf("log-in-password")}
          value={typed.password}
          autoComplete="current-password"
          showLabel={say("field.password.show")}
          hideLabel={say("field.password.hide")}
          onValue={(password) => setTyped((before) => ({ ...before, password }))}
        />
        <div class="mtc-actions">
          <Button type="submit" busy={busy}>
            {say("log-in.button")}
          </Button>
        </div>
      </form>
      <p>
        <a href="/forgot">{say("log-in.forgot")}</a>
      </p>
    </div>
  )
}
