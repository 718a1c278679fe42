import { parseRecoveryCode, parseSecurityCode } from "@mtc-logon/core/two-step/rules"
import type { SessionView } from "@mtc-logon/core/login"
import type { TwoStepMethodKind } from "@mtc-logon/core/two-step"
import { useState } from "preact/hooks"
import type { Reply } from "../../api/Problem.ts"
import { Checkbox } from "../../parts/checkbox/Checkbox.tsx"
import { CodeField } from "../../parts/code-field/CodeField.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import { CallForm } from "../form/CallForm.tsx"
import { useForm } from "../form/useForm.ts"
import type { PageProps } from "../PageData.ts"
import { ResendCode } from "./ResendCode.tsx"

/** "Trust this device", at log-in only; nothing where no device can be trusted. @rule R-35 @rule D-15 */
export const useTrust = (days: number | null) => {
  const [trustDevice, setTrustDevice] = useState(false)
  const box =
    days === null ? null : (
      <Checkbox
        id="mtc-trust"
        label={say("code.trust")}
        hint={say("code.trust-hint", { days })}
        checked={trustDevice}
        onChecked={setTrustDevice}
      />
    )
  return { trustDevice, box }
}

export interface CodeFormProps extends PageProps {
  /** In clear while it is being set up, masked at log-in. @rule R-38 */
  readonly sentTo: string
  readonly kind: TwoStepMethodKind
  /** Days that a device can be trusted; null: none can, or a way is being set up. */
  readonly trustDays: number | null
  readonly back: string
  readonly onBack: () => void
  readonly confirm: (typed: { readonly code: string; readonly trustDevice: boolean }) => Promise<Reply<SessionView>>
  readonly resend: () => Promise<Reply<unknown>>
  readonly onConfirmed: (session: SessionView) => void
}

/** S18 and S19: the code that was sent. @rule R-34 @rule R-36 */
export const CodeForm = (props: CodeFormProps) => {
  const { contacts } = props.data
  const form = useForm({ code: "" }, { code_refused: "issue.security-code-wrong" })
  const { box, trustDevice } = useTrust(props.trustDays)
  const parsed = parseSecurityCode(form.typed.code)
  return (
    <>
      <Heading depth={0}>{say("code.title")}</Heading>
      <CallForm
        form={form}
        phone={contacts.phone}
        submit={say("code.confirm")}
        wrong={{ code: "issue" in parsed && parsed.issue }}
        call={() => props.confirm({ code: "value" in parsed ? parsed.value : "", trustDevice })}
        onDone={props.onConfirmed}
        cancel={props.back}
        onCancel={props.onBack}
      >
        <p>
          {props.kind === "email"
            ? say("code.sent-by-email", { target: props.sentTo, mailFrom: contacts.mailFrom })
            : props.kind === "sms"
              ? say("code.sent-by-sms", { target: props.sentTo })
              : say("code.from-app")}
        </p>
        <p>{say("code.do-not-share")}</p>
        <CodeField {...form.field("code")} />
        {box}
      </CallForm>
      {props.kind === "totp" ? null : <ResendCode resend={props.resend} />}
    </>
  )
}

export interface RecoveryCodeFormProps extends PageProps {
  readonly onBack: () => void
}

/** A recovery code in place of a security code. @rule D-49 */
export const RecoveryCodeForm = ({ api, data, follow, onBack }: RecoveryCodeFormProps) => {
  const form = useForm({ recoveryCode: "" }, { code_refused: "issue.recovery-code-wrong" })
  const parsed = parseRecoveryCode(form.typed.recoveryCode)
  const recoveryCode = "value" in parsed ? parsed.value : ""
  return (
    <>
      <Heading depth={0}>{say("security.recovery.title")}</Heading>
      <CallForm
        form={form}
        phone={data.contacts.phone}
        submit={say("security.recovery.confirm")}
        wrong={{ recoveryCode: "issue" in parsed && parsed.issue }}
        call={() =>
          api("POST /v1/sessions/current/security-codes/confirm", { body: { recoveryCode, trustDevice: false } })
        }
        onDone={follow}
        cancel={say("security.other-way")}
        onCancel={onBack}
      >
        <p>{say("security.recovery.text")}</p>
        <TextField
          {...form.field("recoveryCode")}
          label={say("security.recovery.label")}
          hint={say("security.recovery.hint")}
          autoComplete="off"
          capitalize="characters"
          size={24}
        />
      </CallForm>
    </>
  )
}
