import { parseEmailAddress } from "@mtc-logon/core/contact/rules"
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
import type { PageData } from "../PageData.ts"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"

export interface AddEmailProps {
  readonly api: Api
  readonly data: PageData
  readonly onAdded: (method: AddedTwoStepMethodView) => void
  readonly onCancel: () => void
}

/** S17: an address for codes; it need not be the one of the profile. @rule R-32 */
export const AddEmail = ({ api, data, onAdded, onCancel }: AddEmailProps) => {
  const root = useRef<HTMLDivElement>(null)
  const [email, setEmail] = useState("")
  const [issue, setIssue] = useState<FieldIssue | undefined>(undefined)
  const { busy, problem, refusals, run, refuse } = useCall()
  useFocusAfter(refusals, root)
  const shown = issue ?? problem?.issues?.map((one) => ({ ...one, path: "target" }))[0]
  const save = () => {
    const parsed = parseEmailAddress(email)
    const found =
      "issue" in parsed ? { path: "target", code: parsed.issue, messageId: parsed.issue, params: {} } : undefined
    setIssue(found)
    if (found !== undefined) return refuse({ status: 0, code: "issues" })
    void run(
      () => api("POST /v1/me/two-step-methods", { body: { kind: "email", target: email.trim() } }),
      (method) => onAdded({ target: email.trim(), ...method })
    )
  }
  return (
    <div ref={root} aria-busy={busy}>
      <Heading depth={0}>{say("two-step.email.title-add")}</Heading>
      <ErrorSummary issues={shown === undefined ? [] : [shown]} targetOf={() => "mtc-target"} />
      {problem === undefined || shown !== undefined ? null : (
        <Alert kind="error" title={problemWords(problem)} focusable>
          {null}
        </Alert>
      )}
      <p>{say("two-step.email.add-text", { mailFrom: data.contacts.mailFrom })}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          id="mtc-target"
          label={say("two-step.email.label")}
          issue={shown}
          value={email}
          type="email"
          autoComplete="email"
          size={30}
          onValue={setEmail}
        />
        <div class="mtc-actions">
          <Button type="submit" busy={busy}>
            {say("two-step.email.save")}
          </Button>
          <Button kind="link" onClick={onCancel}>
            {say("button.cancel")}
          </Button>
        </div>
      </form>
    </div>
  )
}
