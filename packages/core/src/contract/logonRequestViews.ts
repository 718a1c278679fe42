import { logonRequestViewSchema } from "../logon-request/logonRequestViewSchema.ts"
import { policySchema } from "../rule-sets/policySchema.ts"

/** A request as its owner sees it, and as it is opened. */
export const logonRequestViews = logonRequestViewSchema(policySchema)
