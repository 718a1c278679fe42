import { ErrorSummary } from "./ErrorSummary.tsx"

const issues = [
  { path: "id", code: "id-missing", messageId: "issue.id-missing", params: {} },
  { path: "accountType", code: "account-type-missing", messageId: "issue.account-type-missing", params: {} }
]

export const examples = {
  none: <ErrorSummary issues={[]} targetOf={(path) => path} />,
  two: <ErrorSummary issues={issues} targetOf={(path) => path} />
}
