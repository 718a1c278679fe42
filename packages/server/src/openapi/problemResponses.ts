import type { CallNeeds, CallShape } from "@mtc-logon/core/contract"
import type { OpenapiResponse } from "./OpenapiDocument.ts"
import { problemTable } from "./problemTable.ts"
import type { CodeOfProblem } from "./problemTable.ts"

/** The codes that follow from what a call needs. */
const problemsOf = (needs: CallNeeds): ReadonlyArray<string> => {
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
const codesOf = (way: string, { body, from, needs, problems = [] }: CallShape): ReadonlyArray<string> => [
  ...(way.includes(" /v1/") ? ["too_many_requests", "internal", "unavailable"] : []),
  ...(from !== undefined && !way.startsWith("GET ") ? ["origin_not_allowed"] : []),
  ...(body === undefined ? [] : ["malformed", "too_large", "unsupported_media_type"]),
  ...problemsOf(needs),
  ...problems
]

/** Problems that say when to come again. */
const waits = new Set([429, 503])

const responseOf = (problems: ReadonlyArray<CodeOfProblem>, headers: Readonly<Record<string, object>>) => {
  const [{ status }] = problems as [CodeOfProblem]
  return {
    description: problems.map(({ code, title }) => `${code}: ${title}`).join(" "),
    headers: { ...headers, ...(waits.has(status) && { "Retry-After": { $ref: "#/components/headers/Retry-After" } }) },
    content: {
      "application/problem+json": {
        schema: {
          $ref: "#/components/schemas/Problem",
          properties: { status: { const: status }, code: { enum: problems.map(({ code }) => code) } }
        }
      }
    }
  }
}

/** The problems of calls as responses: one component for each set of codes that some status has. */
export const problemResponses = (headers: Readonly<Record<string, object>>) => {
  const components = new Map<string, OpenapiResponse>()
  return {
    of: (
      way: string,
      call: CallShape
    ): ReadonlyArray<readonly [status: string, response: { readonly $ref: string }]> => {
      const problems = [...new Set(codesOf(way, call))].toSorted().map((code) => {
        const problem = problemTable.get(code)
        if (problem === undefined) throw new Error(`${call.name}: no problem has the code ${code}`)
        return problem
      })
      return [...new Set(problems.map(({ status }) => status))].map((status) => {
        const each = problems.filter((problem) => problem.status === status)
        const name = each.map(({ code }) => code).join(".")
        components.set(name, responseOf(each, headers))
        return [String(status), { $ref: `#/components/responses/${name}` }]
      })
    },
    components: () => Object.fromEntries([...components].toSorted(([one], [other]) => (one < other ? -1 : 1)))
  }
}
