import type { CallList, CallNeeds } from "@mtc-logon/core/contract"
import type { Call } from "./Call.ts"

const keyOf = (needs: CallNeeds): Call["key"] => {
  if (typeof needs === "object") return { scope: needs.scope }
  if (needs === "nobody") return "none"
  return needs === "request-token" ? needs : "session"
}

/** The calls of a list of the contract, as the document describes them. */
export const asCalls = (calls: CallList): ReadonlyArray<Call> =>
  Object.entries(calls).map(([way, { needs, problems = [], ...call }]) => {
    const [method = "", path = ""] = way.split(" ")
    const needsTerms = needs === "password" || needs === "two-step"
    return {
      ...call,
      method: method.toLowerCase() as Call["method"],
      path,
      key: keyOf(needs),
      ...(typeof needs === "object" && needs.orScope !== undefined && { orScope: needs.orScope }),
      problems: [...(needsTerms ? ["terms_required"] : []), ...problems]
    }
  })
