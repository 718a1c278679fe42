import { parseSecurityCode } from "@mtc-logon/core/two-step/rules"
import type { FieldIssue } from "@mtc-logon/core/logon-request"
import type { SessionView } from "@mtc-logon/core/login"
import type { TwoStepMethodKind } from "@mtc-logon/core/two-step"
import { useEffect, useRef, useState } from "preact/hooks"
import type { Reply } from "../../api/Problem.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Checkbox } from "../../parts/checkbox/Checkbox.tsx"
import { CodeField } from "../../parts/code-field/CodeField.tsx"
import { ErrorSummary } from "../../parts/error-summary/ErrorSummary.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import type { PageProps } from "../PageProps.ts"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"
import { ResendCode } from "./ResendCode.tsx"

export interface CodeFormProps extends PageProps {
  /** In clear while it is being set up, masked at log-in. @rule R-38 */
  readonly sentTo: string
  readonly kind: TwoStepMethodKind
  /** The box is there at log-in only. @rule R-35 */
  readonly trustDays?: number
  readonly back: string
  readonly onBack: () => void
  readonly confirm: (typed: { readonly code: string; readonly trustDevice: boolean }) => Promise<Reply<SessionView>>
  readonly resend: () => Promise<Reply<unknown>>
  readonly onConfirmed: (session: SessionView) => void
}

/** S18 and S19: the code that was sent. @rule R-34 @rule R-36 */
export const CodeForm = (props: CodeFormProps) => {
  const { data, sentTo, kind, trustDays } = props
  const root = useRef<HTMLDivElement>(null)
  const [code, setCode] = useState("")
  const [trustDevice, setTrustDevice] = useState(false)
  const [issue, setIssue] = useState<FieldIssue | undefined>(undefined)
  const { busy, problem, refusals, run, refuse } = useCall()
  useFocusAfter(refusals, root)
  useEffect(() => setIssue(undefined), [refusals])

  const parsed = parseSecurityCode(code)
  const refused: FieldIssue | undefined =
    problem?.code === "code_refused"
      ? { path: "code", code: problem.code, messageId: "issue.security-code-wrong", params: {} }
      : problem?.issues?.[0] === undefined
        ? undefined
        : { ...problem.issues[0], path: "code" }
  const shown = issue ?? refused
  const confirm = () => {
    if ("issue" in parsed) {
      refuse({
        status: 0,
        code: "issues",
        issues: [{ path: "code", code: parsed.issue, messageId: parsed.issue, params: {} }]
      })
      return
    }
    void run(() => props.confirm({ code: parsed.value, trustDevice }), props.onConfirmed)
  }
  return (
    <div ref={root} aria-busy={busy}>
      <Heading depth={0}>{say("code.title")}</Heading>
      <ErrorSummary issues={shown === undefined ? [] : [shown]} targetOf={() => "mtc-code"} />
      {problem === undefined || shown !== undefined ? null : (
        <Alert kind="error" title={problemWords(problem)} focusable>
          <p>{say("log-in.help", { phone: data.contacts.phone })}</p>
        </Alert>
      )}
      <p>
        {kind === "email"
          ? say("code.sent-by-email", { target: sentTo, mailFrom: data.contacts.mailFrom })
          : kind === "sms"
            ? say("code.sent-by-sms", { target: sentTo })
            : say("code.from-app")}
      </p>
      <p>{say("code.do-not-share")}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <CodeField id="mtc-code" value={code} issue={shown} onValue={setCode} />
        {trustDays === undefined ? null : (
          <Checkbox
            id="mtc-trust"
            label={say("code.trust")}
            hint={say("code.trust-hint", { days: trustDays })}
            checked={trustDevice}
            onChecked={setTrustDevice}
          />
        )}
        <div class="mtc-actions">
          <Button type="submit" busy={busy}>
            {say("code.confirm")}
          </Button>
          <Button kind="link" onClick={props.onBack}>
            {props.back}
          </Button>
        </div>
      </form>
      {kind === "totp" ? null : <ResendCode resend={props.resend} />}
    </div>
  )
}
