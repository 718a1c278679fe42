import type { SessionView } from "@mtc-logon/core/login"
import { useRef, useState } from "preact/hooks"
import type { Api } from "../../api/Api.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Checkbox } from "../../parts/checkbox/Checkbox.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { say } from "../../wording/say.ts"
import { hasPasskeys, signWithPasskey } from "../passkey/makePasskey.ts"
import { PasskeyAlert } from "../passkey/PasskeyAlert.tsx"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"

export interface PasskeyFormProps {
  readonly api: Api
  readonly methodId: string
  /** Days that a device can be trusted; absent: none can. @rule D-15 */
  readonly trustDays?: number
  readonly onBack: () => void
  readonly onConfirmed: (session: SessionView) => void
}

/** A passkey as the second step: the browser's own window signs, by a press of ours. @rule D-49 */
export const PasskeyForm = ({ api, methodId, onBack, onConfirmed, trustDays }: PasskeyFormProps) => {
  const root = useRef<HTMLDivElement>(null)
  const [trustDevice, setTrustDevice] = useState(false)
  const { busy, problem, refusals, run, refuse } = useCall()
  useFocusAfter(refusals, root)
  const sign = () =>
    void run(
      () => api("POST /v1/sessions/current/security-codes", { body: { methodId } }),
      ({ options }) =>
        void signWithPasskey(options).then((credential) =>
          credential === undefined
            ? refuse({ status: 0, code: "passkey_closed" })
            : run(
                () =>
                  api("POST /v1/sessions/current/security-codes/confirm", {
                    body: { credential, methodId, trustDevice }
                  }),
                onConfirmed
              )
        )
    )
  return (
    <div ref={root} aria-busy={busy}>
      <Heading depth={0}>{say("code.title")}</Heading>
      {problem === undefined ? null : problem.code === "passkey_closed" || problem.code === "code_refused" ? (
        <PasskeyAlert />
      ) : (
        <Alert kind="error" title={problemWords(problem)} focusable>
          {null}
        </Alert>
      )}
      <p>{hasPasskeys() ? say("security.passkey.text") : say("security.passkey.unknown")}</p>
      {trustDays === undefined ? null : (
        <Checkbox
          id="mtc-trust"
          label={say("code.trust")}
          hint={say("code.trust-hint", { days: trustDays })}
          checked={trustDevice}
          onChecked={setTrustDevice}
        />
      )}
      <div class="mtc-actions">
        {hasPasskeys() ? (
          <Button busy={busy} onClick={sign}>
            {say("security.passkey.use")}
          </Button>
        ) : null}
        <Button kind="link" onClick={onBack}>
          {say("security.other-way")}
        </Button>
      </div>
    </div>
  )
}
