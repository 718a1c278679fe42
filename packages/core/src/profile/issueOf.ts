import type { Issue } from "../engine/issuesOf.ts"
import type { FieldIssue } from "../logon/FieldIssue.ts"

/** An issue as it goes over the wire; `names` says what the field is called there, where it is called otherwise. */
export const issueOf = (
  { field, messageId, params }: Pick<Issue, "field" | "messageId" | "params">,
  names: Readonly<Record<string, string>> = {}
): FieldIssue => ({
  path: names[field] ?? field,
  code: messageId.slice(messageId.indexOf(".") + 1),
  messageId,
  params
})
