import { problems, titleOf } from "@mtc-logon/core/contract"
import type { CallNeeds, CallShape, ProblemCode } from "@mtc-logon/core/contract"
import { sayIn } from "../say.ts"
import type { OpenapiResponse } from "./OpenapiDocument.ts"

/** The codes that follow from what a call needs. */
const problemsOf = (needs: CallNeeds): ReadonlyArray<ProblemCode> => {
  if (typeof needs === "object") return ["api_key_required", "scope_missing"]
  switch (needs) {
    case "nobody":
      return []
    case "request-token":
      return ["bearer_required", "not_found"]
    case "password":
    case "two-step":
      return ["not_logged_in", "terms_required"]
    case "any-session":
    case "resting-session":
    case "two-step-before-terms":
      return ["not_logged_in"]
  }
}

/** The codes that a call may be answered with: those that follow from what it is, and its own. */
const codesOf = (way: string, { body, from, needs, problems: own = [] }: CallShape): ReadonlyArray<ProblemCode> => [
  ...(way.includes(" /v1/") ? (["too_many_requests", "internal", "unavailable"] as const) : []),
  ...(from !== undefined && !way.startsWith("GET ") ? (["origin_not_allowed"] as const) : []),
  ...(body === undefined ? [] : (["malformed", "too_large", "unsupported_media_type"] as const)),
  ...problemsOf(needs),
  ...own
]

/** Problems that say when to come again. */
const waits = new Set([429, 503])

const say = sayIn("en")

const responseOf = (
  status: number,
  codes: ReadonlyArray<ProblemCode>,
  headers: Readonly<Record<string, object>>
): OpenapiResponse => ({
  description: codes.map((code) => `${code}: ${say(titleOf(code))}`).join(" "),
  headers: { ...headers, ...(waits.has(status) && { "Retry-After": { $ref: "#/components/headers/Retry-After" } }) },
  content: {
    "application/problem+json": {
      schema: {
        $ref: "#/components/schemas/Problem",
        properties: { status: { const: status }, code: { enum: codes } }
      }
    }
  }
})

/** The problems of calls as responses: one component for each set of codes that some status has. */
export const problemResponses = (headers: Readonly<Record<string, object>>) => {
  const components = new Map<string, OpenapiResponse>()
  return {
    of: (
      way: string,
      call: CallShape
    ): ReadonlyArray<readonly [status: string, response: { readonly $ref: string }]> => {
      const codes = [...new Set(codesOf(way, call))].toSorted()
      return [...new Set(codes.map((code) => problems[code].status))].map((status) => {
        const each = codes.filter((code) => problems[code].status === status)
        const name = each.join(".")
        components.set(name, responseOf(status, each, headers))
        return [String(status), { $ref: `#/components/responses/${name}` }]
      })
    },
    components: () => Object.fromEntries([...components].toSorted(([one], [other]) => (one < other ? -1 : 1)))
  }
}
