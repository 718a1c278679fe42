import { say } from "../../wording/say.ts"
import { TextField } from "./TextField.tsx"

const nothing = () => undefined
const issue = { path: "amount", code: "amount-missing", messageId: "issue.amount-missing", params: {} }
const amount = {
  id: "amount",
  label: say("field.amount.refund"),
  hint: say("field.amount.refund-hint"),
  autoComplete: "off",
  prefix: "$"
} as const

export const examples = {
  plain: <TextField id="name" label={say("field.name.label")} value="" autoComplete="name" onValue={nothing} />,
  filled: <TextField {...amount} value="100.00" inputMode="decimal" size={12} onValue={nothing} />,
  wrong: <TextField {...amount} value="" issue={issue} onValue={nothing} />
}
