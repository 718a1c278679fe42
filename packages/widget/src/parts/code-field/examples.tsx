import { CodeField } from "./CodeField.tsx"

const nothing = () => undefined
const issue = { path: "code", code: "security-code-missing", messageId: "issue.security-code-missing", params: {} }

export const examples = {
  open: <CodeField id="code" value="" onValue={nothing} />,
  wrong: <CodeField id="code" value="12" issue={issue} onValue={nothing} />
}
