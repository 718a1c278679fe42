import { parseRecoveryCode } from "@mtc-logon/core/two-step/rules"
import type { SessionView } from "@mtc-logon/core/login"
import type { FieldIssue } from "@mtc-logon/core/logon-request"
import { useRef, useState } from "preact/hooks"
import type { Api } from "../../api/Api.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { ErrorSummary } from "../../parts/error-summary/ErrorSummary.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import type { PageData } from "../PageData.ts"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"

export interface RecoveryCodeFormProps {
  readonly api: Api
  readonly data: PageData
  readonly onBack: () => void
  readonly onConfirmed: (session: SessionView) => void
}

/** A recovery code in place of a security code. @rule D-49 */
export const RecoveryCodeForm = ({ api, data, onBack, onConfirmed }: RecoveryCodeFormProps) => {
  const root = useRef<HTMLDivElement>(null)
  const [code, setCode] = useState("")
  const [issue, setIssue] = useState<FieldIssue | undefined>(undefined)
  const { busy, problem, refusals, run, refuse } = useCall()
  useFocusAfter(refusals, root)
  const refused: FieldIssue | undefined =
    problem?.code === "code_refused"
      ? { path: "recoveryCode", code: problem.code, messageId: "issue.recovery-code-wrong", params: {} }
      : problem?.issues?.[0]
  const shown = issue ?? refused
  const confirm = () => {
    const parsed = parseRecoveryCode(code)
    const found =
      "issue" in parsed ? { path: "recoveryCode", code: parsed.issue, messageId: parsed.issue, params: {} } : undefined
    setIssue(found)
    if ("issue" in parsed) return refuse({ status: 0, code: "issues" })
    void run(
      () =>
        api("POST /v1/sessions/current/security-codes/confirm", {
          body: { recoveryCode: parsed.value, trustDevice: false }
        }),
      onConfirmed
    )
  }
  return (
    <div ref={root} aria-busy={busy}>
      <Heading depth={0}>{say("security.recovery.title")}</Heading>
      <ErrorSummary issues={shown === undefined ? [] : [shown]} targetOf={() => "mtc-recovery-code"} />
      {problem === undefined || shown !== undefined ? null : (
        <Alert kind="error" title={problemWords(problem)} focusable>
          <p>{say("log-in.help", { phone: data.contacts.phone })}</p>
        </Alert>
      )}
      <p>{say("security.recovery.text")}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <TextField
          id="mtc-recovery-code"
          label={say("security.recovery.label")}
          hint={say("security.recovery.hint")}
          issue={shown}
          value={code}
          autoComplete="off"
          capitalize="characters"
          size={24}
          onValue={setCode}
        />
        <div class="mtc-actions">
          <Button type="submit" busy={busy}>
            {say("security.recovery.confirm")}
          </Button>
          <Button kind="link" onClick={onBack}>
            {say("security.other-way")}
          </Button>
        </div>
      </form>
    </div>
  )
}
