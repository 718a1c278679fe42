import { formatPhoneNumber } from "@mtc-logon/core/contact/rules"
import type { TwoStepMethodKind, TwoStepMethodView } from "@mtc-logon/core/two-step"
import { useState } from "preact/hooks"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import type { PageProps } from "../PageData.ts"
import { useFocusTitle } from "../useFocusTitle.ts"
import { AddWay } from "./AddWay.tsx"
import { methodWords } from "./methodWords.ts"

const kinds: ReadonlyArray<TwoStepMethodKind> = ["totp", "sms", "email", "passkey"]

/** S16 to S18: choose a way to get codes, set it up, confirm it. One at least is confirmed before the way on opens. @rule R-31 */
export const TwoStepPage = (props: PageProps) => {
  const { data, api, follow } = props
  const [adding, setAdding] = useState<TwoStepMethodKind | undefined>(undefined)
  const [confirmed, setConfirmed] = useState<ReadonlyArray<TwoStepMethodView>>([])
  useFocusTitle([adding])

  const choose = () => setAdding(undefined)
  // Terms that came into force meanwhile stand before the home page.
  const finish = () =>
    void api("GET /v1/sessions/current").then((reply) =>
      follow({ status: reply.ok ? reply.value.status : "logged_in" })
    )
  if (adding !== undefined)
    return (
      <AddWay
        {...props}
        kind={adding}
        onConfirmed={(method) => {
          setConfirmed([...confirmed, { ...method, confirmed: true }])
          choose()
        }}
        onCancel={choose}
      />
    )
  const last = confirmed.at(-1)
  return (
    <>
      <Heading depth={0}>{say("two-step.title")}</Heading>
      <p>{say("two-step.text")}</p>
      {last === undefined ? null : (
        <Alert
          kind="success"
          title={last.kind === "email" ? say("two-step.done.title") : say("two-step.done.other-title")}
        >
          <p>
            {last.target === undefined
              ? say("two-step.done.without-target")
              : say("two-step.done.text", { target: formatPhoneNumber(last.target) })}
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
                <Button kind="secondary" onClick={() => setAdding(kind)}>
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
