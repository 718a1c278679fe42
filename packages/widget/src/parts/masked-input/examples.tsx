import { say } from "../../wording/say.ts"
import { MaskedInput } from "./MaskedInput.tsx"

const nothing = () => undefined
const id = { id: "id", label: say("field.id.ssn"), hint: say("field.id.ssn-hint"), onValue: nothing } as const
const issue = { path: "id", code: "id-missing", messageId: "issue.id-missing", params: {} }

export const examples = {
  empty: <MaskedInput {...id} value="" masked="***-**-****" shown={false} />,
  masked: <MaskedInput {...id} value="900126789" masked="***-**-6789" shown={false} />,
  shown: <MaskedInput {...id} value="900126789" masked="***-**-6789" shown />,
  malformed: <MaskedInput {...id} value="12" masked="***-**-****" shown={false} />,
  wrong: <MaskedInput {...id} value="" masked="***-**-****" shown={false} issue={issue} />
}
