import type { ProfileView } from "@mtc-logon/core/profile"
import { useRef, useState } from "preact/hooks"
import type { Api } from "../../api/Api.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { say } from "../../wording/say.ts"
import { forgetLinkCode, linkCode } from "../log-in/activationCode.ts"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"

/** The link to a new address, opened while logged in: a button uses it, opening it does not. */
export const ConfirmEmail = ({
  api,
  onDone
}: {
  readonly api: Api
  readonly onDone: (profile: ProfileView) => void
}) => {
  const [code, setCode] = useState(linkCode("/profile"))
  const root = useRef<HTMLDivElement>(null)
  const { busy, problem, refusals, run } = useCall()
  useFocusAfter(refusals, root)
  if (code === undefined) return null
  const confirm = () =>
    void run(
      () => api("POST /v1/me/email-change/confirm", { body: { code } }),
      (profile) => {
        forgetLinkCode()
        setCode(undefined)
        onDone(profile)
      }
    )
  return (
    <div ref={root}>
      {problem === undefined ? (
        <Alert kind="info" title={say("my-profile.email.confirm-title")}>
          <Button busy={busy} onClick={confirm}>
            {say("my-profile.email.confirm")}
          </Button>
        </Alert>
      ) : (
        <Alert kind="error" title={problemWords(problem)} focusable>
          {null}
        </Alert>
      )}
    </div>
  )
}
