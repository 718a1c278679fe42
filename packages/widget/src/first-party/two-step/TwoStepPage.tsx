import { formatPhoneNumber } from "@mtc-logon/core/contact/rules"
import type { TwoStepMethodKind, TwoStepMethodView } from "@mtc-logon/core/two-step"
import { useLayoutEffect, useRef, useState } from "preact/hooks"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import type { PageProps } from "../PageProps.ts"
import { AddWay } from "./AddWay.tsx"
import { methodWords } from "./methodWords.ts"

const kinds: ReadonlyArray<TwoStepMethodKind> = ["totp", "sms", "email", "passkey"]

type View = { readonly on: "choose" } | { readonly on: "add"; readonly kind: TwoStepMethodKind }

/** S16 to S18: choose a way to get codes, set it up, confirm it. One at least is confirmed before the way on opens. @rule R-31 */
export const TwoStepPage = (props: PageProps) => {
  const { data, api, follow } = props
  const [view, setView] = useState<View>({ on: "choose" })
  const [confirmed, setConfirmed] = useState<ReadonlyArray<TwoStepMethodView>>([])
  const root = useRef<HTMLDivElement>(null)
  const first = useRef(true)
  useLayoutEffect(() => {
    if (!first.current) root.current?.querySelector<HTMLElement>("[data-focus=title]")?.focus()
    first.current = false
  }, [view.on])

  const choose = () => setView({ on: "choose" })
  // Terms that came into force meanwhile stand before the home page.
  const finish = () =>
    void api("GET /v1/sessions/current").then((reply) =>
      follow({ status: reply.ok ? reply.value.status : "logged_in" })
    )
  const body = () => {
    if (view.on === "add")
      return (
        <AddWay
          {...props}
          kind={view.kind}
          onConfirmed={(method) => {
            setConfirmed([...confirmed, { ...method, confirmed: true }])
            choose()
          }}
          onCancel={choose}
        />
      )
    return (
      <>
        <Heading depth={0}>{say("two-step.title")}</Heading>
        <p>{say("two-step.text")}</p>
        {confirmed.length === 0 ? null : (
          <Alert
            kind="success"
            title={confirmed.at(-1)?.kind === "email" ? say("two-step.done.title") : say("two-step.done.other-title")}
          >
            <p>
              {confirmed.at(-1)?.target === undefined
                ? say("two-step.done.without-target")
                : say("two-step.done.text", { target: formatPhoneNumber(confirmed.at(-1)?.target ?? "") })}
            </p>
            {confirmed.length === 1 ? <p>{say("advice.second-method")}</p> : null}
          </Alert>
        )}
        <ul class="mtc-cards">
          {kinds.map((kind) => {
            const words = methodWords[kind]
            const done = confirmed.some((method) => method.kind === kind)
            return (
              <li class="mtc-card" key={kind}>
                <p class="mtc-card-title">{say(words.title)}</p>
                <p>{say(words.text)}</p>
                {!data.twoStepKinds.includes(kind) ? (
                  <p class="mtc-hint">{say("two-step.not-offered")}</p>
                ) : done ? (
                  <p class="mtc-done">{say("two-step.confirmed")}</p>
                ) : (
                  <Button kind="secondary" onClick={() => setView({ on: "add", kind })}>
                    {say(words.button)}
                  </Button>
                )}
                {words.note === undefined ? null : <p class="mtc-hint">{say(words.note)}</p>}
              </li>
            )
          })}
        </ul>
        <div class="mtc-actions">
          {confirmed.length === 0 ? null : <Button onClick={finish}>{say("two-step.confirm")}</Button>}
          <Button kind="link" onClick={() => void api("DELETE /v1/sessions/current").then(() => location.assign("/"))}>
            {say("button.cancel")}
          </Button>
        </div>
      </>
    )
  }
  return <div ref={root}>{body()}</div>
}
