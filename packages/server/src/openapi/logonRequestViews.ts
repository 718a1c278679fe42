import { logonRequestViewSchema } from "@mtc-logon/core/logon-request"
import { policySchema } from "@mtc-logon/core/rule-sets"

/** A request as its owner sees it, and as it is opened. */
export const logonRequestViews = logonRequestViewSchema(policySchema)
