import { say } from "../../wording/say.ts"
import { Alert } from "./Alert.tsx"

export const examples = {
  info: (
    <Alert kind="info" title={say("role-notice.title")}>
      <p>{say("role-notice.administrator")}</p>
    </Alert>
  ),
  error: (
    <Alert kind="error" title={say("problem-alert.unavailable.title")} focusable>
      <p>{say("problem-alert.unavailable.text")}</p>
    </Alert>
  ),
  success: (
    <Alert kind="success">
      <p>{say("wrong-email.sent")}</p>
    </Alert>
  )
}
