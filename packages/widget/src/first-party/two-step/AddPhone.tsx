import { parsePhoneNumber } from "@mtc-logon/core/contact/rules"
import type { FieldIssue } from "@mtc-logon/core/logon-request"
import type { AddedTwoStepMethodView } from "@mtc-logon/core/two-step"
import { useRef, useState } from "preact/hooks"
import type { Api } from "../../api/Api.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { ErrorSummary } from "../../parts/error-summary/ErrorSummary.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"

export interface AddPhoneProps {
  readonly api: Api
  readonly onAdded: (method: AddedTwoStepMethodView) => void
  readonly onCancel: () => void
}

/** A number for text messages, with the words of consent beside it. @rule R-33 */
export const AddPhone = ({ onAdded, onCancel, api }: AddPhoneProps) => {
  const root = useRef<HTMLDivElement>(null)
  const [phone, setPhone] = useState("")
  const [issue, setIssue] = useState<FieldIssue | undefined>(undefined)
  const { busy, problem, refusals, run, refuse } = useCall()
  useFocusAfter(refusals, root)
  const shown = issue ?? problem?.issues?.[0]
  const save = () => {
    const parsed = parsePhoneNumber(phone, "US")
    const found =
      "issue" in parsed ? { path: "target", code: parsed.issue, messageId: parsed.issue, params: {} } : undefined
    setIssue(found)
    if (found !== undefined) return refuse({ status: 0, code: "issues" })
    void run(() => api("POST /v1/me/two-step-methods", { body: { kind: "sms", target: phone.trim() } }), onAdded)
  }
  return (
    <div ref={root} aria-busy={busy}>
      <Heading depth={0}>{say("security.phone.title")}</Heading>
      <ErrorSummary issues={shown === undefined ? [] : [shown]} targetOf={() => "mtc-target"} />
      {problem === undefined || shown !== undefined ? null : (
        <Alert kind="error" title={problemWords(problem)} focusable>
          {null}
        </Alert>
      )}
      <p>{say("security.phone.text")}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          id="mtc-target"
          label={say("security.phone.label")}
          hint={say("security.phone.hint")}
          issue={shown}
          value={phone}
          type="tel"
          autoComplete="tel-national"
          size={20}
          onValue={setPhone}
        />
        <div class="mtc-actions">
          <Button type="submit" busy={busy}>
            {say("security.phone.save")}
          </Button>
          <Button kind="link" onClick={onCancel}>
            {say("button.cancel")}
          </Button>
        </div>
      </form>
    </div>
  )
}
