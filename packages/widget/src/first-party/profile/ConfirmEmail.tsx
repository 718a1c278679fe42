import type { ProfileView } from "@mtc-logon/core/profile"
import { useState } from "preact/hooks"
import type { ProfileApi } from "../../api/profileApi.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { say } from "../../wording/say.ts"
import { forgetLinkCode, linkCode } from "../log-in/activationCode.ts"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"

/** The link to a new address, opened while logged in: a button uses it, opening it does not. */
export const ConfirmEmail = ({
  api,
  onDone
}: {
  readonly api: ProfileApi
  readonly onDone: (profile: ProfileView) => void
}) => {
  const [code, setCode] = useState(linkCode("/profile"))
  const { busy, problem, run } = useCall()
  if (code === undefined) return null
  const confirm = () =>
    void run(
      () => api.confirmEmail(code),
      (profile) => {
        forgetLinkCode()
        setCode(undefined)
        onDone(profile)
      }
    )
  return problem === undefined ? (
    <Alert kind="info" title={say("my-profile.email.confirm-title")}>
      <Button busy={busy} onClick={confirm}>
        {say("my-profile.email.confirm")}
      </Button>
    </Alert>
  ) : (
    <Alert kind="error" title={problemWords(problem)}>
      {null}
    </Alert>
  )
}
