import type { MessageId } from "@mtc-logon/core/wording/rules"
import { isMessageId, say, sayOf } from "./say.ts"
import type { Params } from "./say.ts"

/** A sentence that stands at a field: what a page itself finds wrong is one of these. */
export type IssueId = Extract<MessageId, `issue.${string}`>

/** What is wrong with one field, as rules and service say it. */
export interface SaidIssue {
  readonly path: string
  readonly messageId: string
  readonly params: Params
}

/** The sentence of an issue. A field that asks for the same again says so: two equal sentences could not be told apart. */
export const sayIssue = ({ path, messageId, params }: SaidIssue): string => {
  const again = messageId.replace("issue.", "issue.again.")
  return path.startsWith("confirm") && isMessageId(again)
    ? say(again, params)
    : sayOf("issue.", messageId, params, "issue.other")
}
