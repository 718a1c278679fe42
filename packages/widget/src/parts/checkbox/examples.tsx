import { say } from "../../wording/say.ts"
import { Checkbox } from "./Checkbox.tsx"

const nothing = () => undefined
const box = { id: "accepted", label: say("field.accepted.label"), onChecked: nothing }
const issue = { path: "accepted", code: "terms-not-accepted", messageId: "issue.terms-not-accepted", params: {} }

export const examples = {
  open: <Checkbox {...box} checked={false} />,
  checked: <Checkbox {...box} checked hint={say("code.trust-hint", { days: 30 })} />,
  wrong: <Checkbox {...box} checked={false} issue={issue} />
}
