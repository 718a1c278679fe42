import type { TwoStepMethodView } from "@mtc-logon/core/two-step"
import { useEffect, useState } from "preact/hooks"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { say } from "../../wording/say.ts"
import { CallFrame } from "../form/CallForm.tsx"
import { OwnPage } from "../layout/OwnPage.tsx"
import type { PageProps } from "../PageData.ts"
import { PasskeyForm, signWithPasskey } from "../passkey/PasskeyForm.tsx"
import { sessionStore } from "../sessionStore.ts"
import { methodWords } from "../two-step/methodWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusTitle } from "../useFocusTitle.ts"
import { CodeForm, RecoveryCodeForm, useTrust } from "./CodeForm.tsx"

/** Whether a code is sent by it; an app and a passkey are at hand. */
const isSent = ({ kind }: TwoStepMethodView): boolean => kind === "email" || kind === "sms"

/** S19: a code at log-in. Where there is one way to get it, it is sent at once; else a person says which. */
export const SecurityCodePage = (props: PageProps) => {
  const { api, data, session, follow, open } = props
  const methods = session?.methods ?? []
  const [chosen, setChosen] = useState(methods[0]?.id ?? "")
  const [method, setMethod] = useState<TwoStepMethodView | undefined>(() => {
    const sentTo = sessionStore.read()?.sentTo
    return methods.find(({ id }) => id === sentTo)
  })
  const [byRecoveryCode, setByRecoveryCode] = useState(false)
  const form = useCall()
  const { box, trustDevice } = useTrust(data.trustedDeviceDays)
  const send = (method: TwoStepMethodView | undefined) => {
    if (method === undefined) return
    const ask = () => {
      if (session !== undefined) sessionStore.keep({ session, sentTo: method.id })
      setMethod(method)
    }
    if (isSent(method))
      void form.run(() => api("POST /v1/sessions/current/security-codes", { body: { methodId: method.id } }), ask)
    else ask()
  }
  useEffect(() => {
    if (methods.length === 1 && method === undefined) send(methods[0])
  }, [])
  useFocusTitle([method, byRecoveryCode])
  const leave = () => void api("DELETE /v1/sessions/current").then(() => location.assign("/"))
  if (session === undefined)
    return (
      <OwnPage
        title={say("code.title")}
        value={session}
        problem={{ status: 401, code: "session_required" }}
        open={open}
      >
        {() => null}
      </OwnPage>
    )
  const otherWay = () => {
    setByRecoveryCode(false)
    setMethod(undefined)
  }
  if (byRecoveryCode) return <RecoveryCodeForm {...props} onBack={otherWay} />
  const askCode = (methodId: string) => () => api("POST /v1/sessions/current/security-codes", { body: { methodId } })
  if (method?.kind === "passkey")
    return (
      <PasskeyForm
        title={say("code.title")}
        button={say("security.passkey.use")}
        phone={data.contacts.phone}
        begin={askCode(method.id)}
        use={signWithPasskey}
        confirm={(credential) =>
          api("POST /v1/sessions/current/security-codes/confirm", {
            body: { credential, methodId: method.id, trustDevice }
          })
        }
        onDone={follow}
        back={say("security.other-way")}
        onBack={otherWay}
      >
        {box}
      </PasskeyForm>
    )
  const recovery = (
    <p>
      <Button kind="link" onClick={() => setByRecoveryCode(true)}>
        {say("security.recovery.link")}
      </Button>
    </p>
  )
  if (method !== undefined)
    return (
      <>
        <CodeForm
          {...props}
          sentTo={method.target ?? ""}
          kind={method.kind}
          trustDays={data.trustedDeviceDays}
          back={say("button.cancel")}
          onBack={leave}
          confirm={(typed) =>
            api("POST /v1/sessions/current/security-codes/confirm", { body: { ...typed, methodId: method.id } })
          }
          resend={askCode(method.id)}
          onConfirmed={follow}
        />
        {methods.length > 1 ? (
          <p>
            <Button kind="link" onClick={otherWay}>
              {say("security.other-way")}
            </Button>
          </p>
        ) : null}
        {recovery}
      </>
    )
  const toUse = methods.find(({ id }) => id === chosen)
  return (
    <>
      <Heading depth={0}>{say("code.title")}</Heading>
      <CallFrame form={form} phone={data.contacts.phone}>
        {methods.length > 1 ? (
          <RadioGroup
            id="mtc-method"
            legend={say("code.choose")}
            value={chosen}
            options={methods.map(({ id, kind, target }) => ({
              value: id,
              label: `${say(methodWords[kind].title)} ${target ?? ""}`
            }))}
            onValue={setChosen}
          />
        ) : null}
        <div class="mtc-actions">
          <Button busy={form.busy} onClick={() => send(toUse)}>
            {toUse === undefined || isSent(toUse) ? say("code.send") : say("code.go-on")}
          </Button>
          <Button kind="link" onClick={leave}>
            {say("button.cancel")}
          </Button>
        </div>
        {recovery}
      </CallFrame>
    </>
  )
}
