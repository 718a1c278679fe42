import type { Call } from "./Call.ts"
import type { OpenapiResponse } from "./OpenapiDocument.ts"
import { problemTable } from "./problemTable.ts"
import type { CodeOfProblem } from "./problemTable.ts"

/** The codes that a call may be answered with: those that follow from what it is, and its own. */
const codesOf = ({ body, from, key, method, path, problems = [] }: Call): ReadonlyArray<string> => [
  ...(path.startsWith("/v1/") ? ["too_many_requests", "internal", "unavailable"] : []),
  ...(from !== undefined && method !== "get" ? ["origin_not_allowed"] : []),
  ...(body === undefined ? [] : ["malformed", "too_large", "unsupported_media_type"]),
  ...(key === "request-token" ? ["bearer_required", "not_found"] : []),
  ...(key === "session" ? ["not_logged_in"] : []),
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
    of: (call: Call): ReadonlyArray<readonly [status: string, response: { readonly $ref: string }]> => {
      const problems = [...new Set(codesOf(call))].toSorted().map((code) => {
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
