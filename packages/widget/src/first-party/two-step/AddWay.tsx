import { formatPhoneNumber, parseEmailAddress, parsePhoneNumber } from "@mtc-logon/core/contact/rules"
import type { AddedTwoStepMethodView, TwoStepMethodKind } from "@mtc-logon/core/two-step"
import { useEffect, useRef, useState } from "preact/hooks"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { CallForm } from "../form/CallForm.tsx"
import { useForm } from "../form/useForm.ts"
import type { PageProps } from "../PageData.ts"
import { makePasskey, PasskeyForm } from "../passkey/PasskeyForm.tsx"
import { CodeForm } from "../security-code/CodeForm.tsx"
import { problemWords, useCall } from "../useCall.ts"
import { useFocusTitle } from "../useFocusTitle.ts"
import { AddApp } from "./AddApp.tsx"

export interface AddWayProps extends PageProps {
  readonly kind: TwoStepMethodKind
  readonly onConfirmed: (method: AddedTwoStepMethodView) => void
  readonly onCancel: () => void
}

interface AddTargetProps extends AddWayProps {
  readonly onAdded: (method: AddedTwoStepMethodView) => void
}

/** A number for text messages, with the words of consent beside it. @rule R-33 */
const AddPhone = ({ api, data, onAdded, onCancel }: AddTargetProps) => {
  const form = useForm({ target: "" })
  const parsed = parsePhoneNumber(form.typed.target, "US")
  return (
    <>
      <Heading depth={0}>{say("security.phone.title")}</Heading>
      <CallForm
        form={form}
        phone={data.contacts.phone}
        submit={say("security.phone.save")}
        wrong={{ target: "issue" in parsed && parsed.issue }}
        call={() => api("POST /v1/me/two-step-methods", { body: { kind: "sms", target: form.typed.target.trim() } })}
        onDone={onAdded}
        onCancel={onCancel}
      >
        <p>{say("security.phone.text")}</p>
        <TextField
          {...form.field("target")}
          label={say("security.phone.label")}
          hint={say("security.phone.hint")}
          type="tel"
          autoComplete="tel-national"
          size={20}
        />
      </CallForm>
    </>
  )
}

/** S17: an address for codes; it need not be the one of the profile. @rule R-32 */
const AddEmail = ({ api, data: { contacts }, onAdded, onCancel }: AddTargetProps) => {
  const form = useForm({ target: "" })
  const parsed = parseEmailAddress(form.typed.target)
  const target = form.typed.target.trim()
  return (
    <>
      <Heading depth={0}>{say("two-step.email.title-add")}</Heading>
      <CallForm
        form={form}
        phone={contacts.phone}
        submit={say("two-step.email.save")}
        wrong={{ target: "issue" in parsed && parsed.issue }}
        call={() => api("POST /v1/me/two-step-methods", { body: { kind: "email", target } })}
        onDone={(method) => onAdded({ target, ...method })}
        onCancel={onCancel}
      >
        <p>{say("two-step.email.add-text", { mailFrom: contacts.mailFrom })}</p>
        <TextField
          {...form.field("target")}
          label={say("two-step.email.label")}
          type="email"
          autoComplete="email"
          size={30}
        />
      </CallForm>
    </>
  )
}

/** A passkey. A window that was closed leaves it as it is, to be tried again. */
const AddPasskey = ({ api, data, onCancel, onConfirmed }: AddWayProps) => {
  const begun = useRef<AddedTwoStepMethodView | undefined>(undefined)
  return (
    <PasskeyForm
      title={say("security.passkey.title")}
      button={say("security.passkey.make")}
      phone={data.contacts.phone}
      begin={async () => {
        if (begun.current !== undefined) return { ok: true, value: begun.current }
        const reply = await api("POST /v1/me/two-step-methods", { body: { kind: "passkey" } })
        if (reply.ok) begun.current = reply.value
        return reply
      }}
      use={makePasskey}
      confirm={(credential, { id }) => {
        begun.current = undefined
        return api("POST /v1/me/two-step-methods/{id}/confirm", { params: { id }, body: { credential } })
      }}
      onDone={(_, added) => onConfirmed(added)}
      back={say("button.cancel")}
      onBack={onCancel}
    />
  )
}

/** Sets a way to get codes up, whichever it is, to its first code. @rule R-31 */
export const AddWay = (props: AddWayProps) => {
  const { api, kind, onCancel, onConfirmed } = props
  const [added, setAdded] = useState<AddedTwoStepMethodView | undefined>(undefined)
  const { problem, run } = useCall()
  useFocusTitle([added?.id, problem])
  useEffect(() => {
    if (kind === "totp") void run(() => api("POST /v1/me/two-step-methods", { body: { kind } }), setAdded)
  }, [kind])
  if (kind === "passkey") return <AddPasskey {...props} />
  if (kind === "totp" && added !== undefined) return <AddApp {...props} added={added} />
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
        trustDays={null}
        back={say("two-step.back")}
        onBack={onCancel}
        confirm={({ code }) => api("POST /v1/me/two-step-methods/{id}/confirm", { params: added, body: { code } })}
        resend={() => api("POST /v1/sessions/current/security-codes", { body: { methodId: added.id } })}
        onConfirmed={() => onConfirmed(added)}
      />
    )
  return kind === "sms" ? <AddPhone {...props} onAdded={setAdded} /> : <AddEmail {...props} onAdded={setAdded} />
}
