import { useRef, useState } from "preact/hooks"
import type { SecurityApi } from "../../api/securityApi.ts"
import { Alert } from "../../parts/alert/Alert.tsx"
import { Button } from "../../parts/button/Button.tsx"
import { Dialog } from "../../parts/dialog/Dialog.tsx"
import { PasswordField } from "../../parts/password-field/PasswordField.tsx"
import { say } from "../../wording/say.ts"
import { problemWords } from "../problemWords.ts"
import { useCall } from "../useCall.ts"
import { useFocusAfter } from "../useFocusAfter.ts"

export interface PasswordAgainProps {
  readonly security: SecurityApi
  readonly onTyped: () => void
  readonly onClose: () => void
}

/** The password once more, before something that changes how the logon is opened. @rule D-48 */
export const PasswordAgain = ({ onClose, onTyped, security }: PasswordAgainProps) => {
  const root = useRef<HTMLDivElement>(null)
  const [password, setPassword] = useState("")
  const { busy, problem, refusals, run } = useCall()
  useFocusAfter(refusals, root)
  return (
    <Dialog id="mtc-password-again" title={say("security.password.title")} onClose={onClose}>
      <div ref={root}>
        {problem === undefined ? null : (
          <Alert kind="error" title={problemWords(problem)} focusable>
            {null}
          </Alert>
        )}
        <p>{say("security.password.text")}</p>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void run(() => security.typePassword(password), onTyped)
          }}
        >
          <PasswordField
            id="mtc-password"
            label={say("field.password.label")}
            value={password}
            autoComplete="current-password"
            showLabel={say("field.password.show")}
            hideLabel={say("field.password.hide")}
            onValue={setPassword}
          />
          <div class="mtc-actions">
            <Button type="submit" busy={busy}>
              {say("security.password.confirm")}
            </Button>
            <Button kind="link" onClick={onClose}>
              {say("button.cancel")}
            </Button>
          </div>
        </form>
      </div>
    </Dialog>
  )
}
