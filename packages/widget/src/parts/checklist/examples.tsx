import { say } from "../../wording/say.ts"
import { Checklist } from "./Checklist.tsx"

export const examples = {
  half: (
    <Checklist
      id="list"
      title={say("logon.password-list")}
      started
      items={[
        { messageId: "checklist.password-length", params: { min: 8, max: 15 }, met: false },
        { messageId: "checklist.password-upper", params: {}, met: true }
      ]}
    />
  )
}
