import type { Issue } from "../engine/issuesOf.ts"
import type { FieldIssue } from "../logon/FieldIssue.ts"

/** An issue as it goes over the wire: the field it is shown at, and a code that outlives its words. */
export const toFieldIssue = ({ field, messageId, params }: Issue): FieldIssue => ({
  path: field,
  code: messageId.slice(messageId.indexOf(".") + 1),
  messageId,
  params
})
