import type { FieldIssue } from "../logon/FieldIssue.ts"
import type { Contact } from "./LogonRequests.ts"

const messageIds = {
  email: "issue.email-used-up",
  phoneNumber: "issue.phone-used-up"
} as const satisfies Record<keyof Contact, string>

/** What is said at the field of an address or phone that the server makes no more logons with for now. */
export const contactIssue = (path: keyof Contact): FieldIssue => ({
  path,
  code: messageIds[path].slice("issue.".length),
  messageId: messageIds[path],
  params: {}
})
