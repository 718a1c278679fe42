import type { TwoStepMethodKind, TwoStepMethodView } from "@mtc-logon/core/two-step"
import { useLayoutEffect, useRef, useState } from "preact/hooks"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import type { PageProps } from "../PageProps.ts"
import { CodeForm } from "../security-code/CodeForm.tsx"
import { AddEmail } from "./AddEmail.tsx"
import { methodWords } from "./methodWords.ts"

const kinds: ReadonlyArray<TwoStepMethodKind> = ["totp", "sms", "email"]

/** What this issue of the pages can set up; the others are offered once their screens are there. */
const ready: ReadonlySet<TwoStepMethodKind> = new Set(["email"])

type View =
  | { readonly on: "choose" }
  | { readonly on: "email" }
  | { readonly on: "code"; readonly method: TwoStepMethodView }

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
  const body = () => {
    if (view.on === "email")
      return <AddEmail api={api} data={data} onAdded={(method) => setView({ on: "code", method })} onCancel={choose} />
    if (view.on === "code") {
      const { method } = view
      return (
        <CodeForm
          {...props}
          sentTo={method.target ?? ""}
          kind={method.kind}
          back={say("two-step.back")}
          onBack={choose}
          confirm={({ code }) => api.confirmMethod(method.id, code)}
          resend={() => api.sendCode(method.id)}
          onConfirmed={() => {
            setConfirmed([...confirmed, { ...method, confirmed: true }])
            choose()
          }}
        />
      )
    }
    return (
      <>
        <Heading depth={0}>{say("two-step.title")}</Heading>
        <p>{say("two-step.text")}</p>
        {confirmed.length === 0 ? null : (
          <Alert kind="success" title={say("two-step.done.title")}>
            <p>{say("two-step.done.text", { target: confirmed.at(-1)?.target ?? "" })}</p>
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
                {!data.twoStepKinds.includes(kind) || !ready.has(kind) ? (
                  <p class="mtc-hint">{say("two-step.not-offered")}</p>
                ) : done ? (
                  <p class="mtc-done">{say("two-step.confirmed")}</p>
                ) : (
                  <Button kind="secondary" onClick={() => setView({ on: "email" })}>
                    {say(words.button)}
                  </Button>
                )}
                {words.note === undefined ? null : <p class="mtc-hint">{say(words.note)}</p>}
              </li>
            )
          })}
        </ul>
        <div class="mtc-actions">
          {confirmed.length === 0 ? null : (
            <Button onClick={() => follow({ status: "logged_in" })}>{say("two-step.confirm")}</Button>
          )}
          <Button kind="link" onClick={() => void api.logOut().then(() => location.assign("/"))}>
            {say("button.cancel")}
          </Button>
        </div>
      </>
    )
  }
  return <div ref={root}>{body()}</div>
}
