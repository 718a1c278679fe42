import type { TwoStepMethodView } from "@mtc-logon/core/two-step"
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { say } from "../../wording/say.ts"
import type { PageProps } from "../PageProps.ts"
import { sessionStore } from "../sessionStore.ts"
import { problemWords } from "../problemWords.ts"
import { methodWords } from "../two-step/methodWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"
import { CodeForm } from "./CodeForm.tsx"
import { PasskeyForm } from "./PasskeyForm.tsx"
import { RecoveryCodeForm } from "./RecoveryCodeForm.tsx"

/** Whether a code is sent by it; an app and a passkey are at hand. */
const isSent = ({ kind }: TwoStepMethodView): boolean => kind === "email" || kind === "sms"

/** S19: a code at log-in. Where there is one way to get it, it is sent at once; else a person says which. */
export const SecurityCodePage = (props: PageProps) => {
  const { api, data, session, follow } = props
  const methods = session?.methods ?? []
  const [chosen, setChosen] = useState(methods[0]?.id ?? "")
  const [method, setMethod] = useState<TwoStepMethodView | undefined>(() => {
    const sentTo = sessionStore.read()?.sentTo
    return methods.find(({ id }) => id === sentTo)
  })
  const [byRecoveryCode, setByRecoveryCode] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const { busy, problem, refusals, run } = useCall()
  useFocusAfter(refusals, root)
  const send = (method: TwoStepMethodView | undefined) => {
    if (method === undefined) return
    const ask = () => {
      if (session !== undefined) sessionStore.keep({ session, sentTo: method.id })
      setMethod(method)
    }
    if (isSent(method))
      void run(() => api("POST /v1/sessions/current/security-codes", { body: { methodId: method.id } }), ask)
    else ask()
  }
  useEffect(() => {
    if (methods.length === 1 && method === undefined) send(methods[0])
  }, [])
  const first = useRef(true)
  useLayoutEffect(() => {
    if (!first.current) document.querySelector<HTMLElement>("[data-focus=title]")?.focus()
    first.current = false
  }, [method, byRecoveryCode])
  const leave = () => void api("DELETE /v1/sessions/current").then(() => location.assign("/"))
  if (session === undefined)
    return (
      <>
        <Heading depth={0}>{say("code.title")}</Heading>
        <p>{say("page.log-in-first")}</p>
        <a class="mtc-button mtc-button-primary" href="/log-in">
          {say("page.log-in.title")}
        </a>
      </>
    )
  const trust = data.trustedDeviceDays === null ? {} : { trustDays: data.trustedDeviceDays }
  const otherWay = () => {
    setByRecoveryCode(false)
    setMethod(undefined)
  }
  if (byRecoveryCode) return <RecoveryCodeForm api={api} data={data} onBack={otherWay} onConfirmed={follow} />
  if (method?.kind === "passkey")
    return <PasskeyForm api={api} methodId={method.id} {...trust} onBack={otherWay} onConfirmed={follow} />
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
          {...trust}
          back={say("button.cancel")}
          onBack={leave}
          confirm={(typed) =>
            api("POST /v1/sessions/current/security-codes/confirm", { body: { ...typed, methodId: method.id } })
          }
          resend={() => api("POST /v1/sessions/current/security-codes", { body: { methodId: method.id } })}
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
    <div ref={root} aria-busy={busy}>
      <Heading depth={0}>{say("code.title")}</Heading>
      {problem === undefined ? null : (
        <Alert kind="error" title={problemWords(problem)} focusable>
          <p>{say("log-in.help", { phone: data.contacts.phone })}</p>
        </Alert>
      )}
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
        <Button busy={busy} onClick={() => send(toUse)}>
          {toUse === undefined || isSent(toUse) ? say("code.send") : say("code.go-on")}
        </Button>
        <Button kind="link" onClick={leave}>
          {say("button.cancel")}
        </Button>
      </div>
      {recovery}
    </div>
  )
}
