import { Alert } from "../../parts/alert/Alert.tsx"
import { say } from "../../wording/say.ts"

/** What is said where the browser's own window was closed without a passkey. */
export const PasskeyAlert = () => (
  <Alert kind="error" title={say("security.passkey.failed")} focusable>
    <p>{say("security.passkey.failed-text")}</p>
  </Alert>
)
