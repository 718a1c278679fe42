import type { AddedTwoStepMethodView } from "@mtc-logon/core/two-step"
import { useRef, useState } from "preact/hooks"
import type { Reply } from "../../api/Problem.ts"
import type { Api } from "../../api/Api.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import { hasPasskeys, makePasskey } from "../passkey/makePasskey.ts"
import { PasskeyAlert } from "../passkey/PasskeyAlert.tsx"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"

export interface AddPasskeyProps {
  readonly api: Api
  readonly onConfirmed: (method: AddedTwoStepMethodView) => void
  readonly onCancel: () => void
}

/** A passkey: the browser's own window makes it, by a press of ours. @rule D-49 */
export const AddPasskey = ({ onCancel, onConfirmed, api }: AddPasskeyProps) => {
  const root = useRef<HTMLDivElement>(null)
  const { busy, problem, refusals, run, refuse } = useCall()
  useFocusAfter(refusals, root)
  // A window that was closed leaves it as it is, to be tried again.
  const [begun, setBegun] = useState<AddedTwoStepMethodView | undefined>(undefined)
  const begin = async (): Promise<Reply<AddedTwoStepMethodView>> =>
    begun === undefined
      ? api("POST /v1/me/two-step-methods", { body: { kind: "passkey" } })
      : { ok: true, value: begun }
  const make = () =>
    void run(begin, (added) => {
      setBegun(added)
      void makePasskey(added.options ?? {}).then((credential) => {
        if (credential === undefined) return refuse({ status: 0, code: "passkey_closed" })
        setBegun(undefined)
        return run(
          () => api("POST /v1/me/two-step-methods/{id}/confirm", { params: added, body: { credential } }),
          () => onConfirmed(added)
        )
      })
    })
  return (
    <div ref={root} aria-busy={busy}>
      <Heading depth={0}>{say("security.passkey.title")}</Heading>
      {problem === undefined ? null : problem.code === "passkey_closed" || problem.code === "code_refused" ? (
        <PasskeyAlert />
      ) : (
        <Alert kind="error" title={problemWords(problem)} focusable>
          {null}
        </Alert>
      )}
      <p>{hasPasskeys() ? say("security.passkey.text") : say("security.passkey.unknown")}</p>
      <div class="mtc-actions">
        {hasPasskeys() ? (
          <Button busy={busy} onClick={make}>
            {say("security.passkey.make")}
          </Button>
        ) : null}
        <Button kind="link" onClick={onCancel}>
          {say("button.cancel")}
        </Button>
      </div>
    </div>
  )
}
