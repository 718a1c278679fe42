import { formatPhoneNumber } from "@mtc-logon/core/contact/rules"
import type { AddedTwoStepMethodView, TwoStepMethodKind } from "@mtc-logon/core/two-step"
import { useEffect, useLayoutEffect, useState } from "preact/hooks"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import type { PageProps } from "../PageProps.ts"
import { problemWords } from "../problemWords.ts"
import { CodeForm } from "../security-code/CodeForm.tsx"
import { useCall } from "../useCall.ts"
import { AddApp } from "./AddApp.tsx"
import { AddEmail } from "./AddEmail.tsx"
import { AddPasskey } from "./AddPasskey.tsx"
import { AddPhone } from "./AddPhone.tsx"

export interface AddWayProps extends PageProps {
  readonly kind: TwoStepMethodKind
  readonly onConfirmed: (method: AddedTwoStepMethodView) => void
  readonly onCancel: () => void
}

/** Sets a way to get codes up, whichever it is, to its first code. @rule R-31 */
export const AddWay = (props: AddWayProps) => {
  const { api, data, kind, onCancel, onConfirmed } = props
  const [added, setAdded] = useState<AddedTwoStepMethodView | undefined>(undefined)
  const { problem, run } = useCall()
  useLayoutEffect(() => {
    if (added !== undefined || problem !== undefined) document.querySelector<HTMLElement>("[data-focus=title]")?.focus()
  }, [added?.id, problem])
  useEffect(() => {
    if (kind === "totp") void run(() => api("POST /v1/me/two-step-methods", { body: { kind } }), setAdded)
  }, [kind])
  if (kind === "passkey") return <AddPasskey api={api} onConfirmed={onConfirmed} onCancel={onCancel} />
  if (kind === "totp" && added !== undefined)
    return <AddApp api={api} added={added} onConfirmed={onConfirmed} onCancel={onCancel} />
  if (kind === "totp")
    return problem === undefined ? (
      <p role="status">{say("request.loading")}</p>
    ) : (
      <>
        <Heading depth={0}>{say("security.app.title")}</Heading>
        <Alert kind="error" title={problemWords(problem)}>
          {null}
        </Alert>
        <Button kind="link" onClick={onCancel}>
          {say("button.cancel")}
        </Button>
      </>
    )
  if (added !== undefined)
    return (
      <CodeForm
        {...props}
        sentTo={formatPhoneNumber(added.target ?? "")}
        kind={added.kind}
        back={say("two-step.back")}
        onBack={onCancel}
        confirm={({ code }) => api("POST /v1/me/two-step-methods/{id}/confirm", { params: added, body: { code } })}
        resend={() => api("POST /v1/sessions/current/security-codes", { body: { methodId: added.id } })}
        onConfirmed={() => onConfirmed(added)}
      />
    )
  return kind === "sms" ? (
    <AddPhone api={api} onAdded={setAdded} onCancel={onCancel} />
  ) : (
    <AddEmail api={api} data={data} onAdded={(method) => setAdded(method)} onCancel={onCancel} />
  )
}
