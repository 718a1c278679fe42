import { parseSecurityCode } from "@mtc-logon/core/two-step/rules"
import type { FieldIssue } from "@mtc-logon/core/logon-request"
import type { AddedTwoStepMethodView } from "@mtc-logon/core/two-step"
import { useEffect, useRef, useState } from "preact/hooks"
import type { Api } from "../../api/Api.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { CodeField } from "../../parts/code-field/CodeField.tsx"
import { CopyButton } from "../../parts/copy-button/CopyButton.tsx"
import { ErrorSummary } from "../../parts/error-summary/ErrorSummary.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"

export interface AddAppProps {
  readonly api: Api
  /** The set-up as the service answered it. */
  readonly added: AddedTwoStepMethodView
  readonly onConfirmed: (method: AddedTwoStepMethodView) => void
  readonly onCancel: () => void
}

/** An authentication app in four steps: the picture, the key in groups of four, a link for the app on this device, the first code. @rule R-31 */
export const AddApp = ({ added, onCancel, onConfirmed, api }: AddAppProps) => {
  const root = useRef<HTMLDivElement>(null)
  const [code, setCode] = useState("")
  const [issue, setIssue] = useState<FieldIssue | undefined>(undefined)
  const { busy, problem, refusals, run, refuse } = useCall()
  useFocusAfter(refusals, root)
  useEffect(() => setIssue(undefined), [added.id])
  const { otpauthUri = "", qr = "", secret = "" } = added
  const refused: FieldIssue | undefined =
    problem?.code === "code_refused"
      ? { path: "code", code: problem.code, messageId: "issue.app-code-wrong", params: {} }
      : problem?.issues?.[0]
  const shown = issue ?? refused
  const confirm = () => {
    const parsed = parseSecurityCode(code)
    const found =
      "issue" in parsed ? { path: "code", code: parsed.issue, messageId: parsed.issue, params: {} } : undefined
    setIssue(found)
    if ("issue" in parsed) return refuse({ status: 0, code: "issues" })
    void run(
      () => api("POST /v1/me/two-step-methods/{id}/confirm", { params: added, body: { code: parsed.value } }),
      () => onConfirmed(added)
    )
  }
  return (
    <div ref={root} aria-busy={busy}>
      <Heading depth={0}>{say("security.app.title")}</Heading>
      <ErrorSummary issues={shown === undefined ? [] : [shown]} targetOf={() => "mtc-code"} />
      {problem === undefined || shown !== undefined ? null : (
        <Alert kind="error" title={problemWords(problem)} focusable>
          {null}
        </Alert>
      )}
      <ol>
        <li>
          <p>{say("security.app.step-1")}</p>
        </li>
        <li>
          <p>{say("security.app.step-2")}</p>
          <img
            class="mtc-qr"
            src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
            alt={say("security.app.picture")}
            width={200}
            height={200}
          />
        </li>
        <li>
          <p>{say("security.app.step-3")}</p>
          <p>
            <a href={otpauthUri}>{say("security.app.link")}</a>
          </p>
          <p>
            {say("security.app.key")}: <code class="mtc-key">{secret.replaceAll(/(.{4})(?=.)/gu, "$1 ")}</code>{" "}
            <CopyButton text={secret} label={say("security.app.copy")} />
          </p>
        </li>
        <li>
          <p>{say("security.app.step-4")}</p>
        </li>
      </ol>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <CodeField id="mtc-code" value={code} issue={shown} onValue={setCode} />
        <div class="mtc-actions">
          <Button type="submit" busy={busy}>
            {say("code.confirm")}
          </Button>
          <Button kind="link" onClick={onCancel}>
            {say("button.cancel")}
          </Button>
        </div>
      </form>
    </div>
  )
}
