import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import document from "../../packages/server/openapi.json" with { type: "json" }
import { undescribed } from "./undescribed.ts"

type Content = Readonly<Record<string, object>>
type Responses = Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>
type Operations = Readonly<Record<string, { readonly responses: Responses } | undefined>>

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(document, "openapi")

/** A part of the document as the fragment of a reference. */
const pointerOf = (...names: ReadonlyArray<string>) =>
  `#/${names.map((name) => encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`)

const paths = Object.entries(document.paths as unknown as Readonly<Record<string, Operations>>)
  .map(([path, operations]) => ({ path, operations, pattern: patternOf(path) }))
  // A path that says more comes first: `/resume` before `/{id}`.
  .toSorted((one, other) => one.path.split("{").length - other.path.split("{").length)

const wrongBody = (pointer: string, text: string): ReadonlyArray<string> => {
  const isRight = ajv.getSchema(`openapi${pointer}`)
  if (isRight === undefined) return [`no schema at ${pointer}`]
  if (isRight(JSON.parse(text)) === true) return []
  return (isRight.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath || "the body", message, JSON.stringify(params)].join(" ")
  )
}

/** What a path that is no route, or no route for a method, may be answered. */
const wrongRefusal = (status: number, text: string): ReadonlyArray<string> =>
  [403, 404, 429, 503].includes(status)
    ? wrongBody(pointerOf("components", "schemas", "Problem"), text)
    : [`is not in the document, and answers ${status}`]

const wrongAnswer = async (method: string, path: string, response: Response): Promise<ReadonlyArray<string>> => {
  if (undescribed.some((each) => each.path.test(path))) return []
  const text = await response.clone().text()
  const { status } = response
  const found = paths.find(({ operations, pattern }) => pattern.test(path) && operations[method] !== undefined)
  if (found === undefined) return wrongRefusal(status, text)
  const its = found.operations[method]!.responses[status]
  if (its === undefined) return [`status ${status} is not in the document: ${text.slice(0, 200)}`]
  const at = its.$ref ?? pointerOf("paths", found.path, method, "responses", String(status))
  const name = decodeURIComponent(at.slice(at.lastIndexOf("/") + 1))
  const { content } =
    its.$ref === undefined
      ? its
      : (document.components.responses as Readonly<Record<string, { content: Content }>>)[name]!
  if (!response.headers.has("x-request-id")) return ["has no X-Request-Id"]
  if (content === undefined) return text === "" ? [] : [`status ${status} has a body`]
  const type = (response.headers.get("content-type") ?? "").split(";")[0]!
  if (content[type] === undefined) return [`status ${status} is of type "${type}"`]
  return type === "text/html" ? [] : wrongBody(`${at}${pointerOf("content", type, "schema").slice(1)}`, text)
}

/**
 * Throws where an answer is not what the OpenAPI document says of it: status, media type, and every member of the body.
 *
 * **Details**
 *
 * A member that the document does not know is refused, too. What is not in the document at all must be a refusal.
 */
export const answerCheck = async (method: string, url: string, response: Response): Promise<void> => {
  const { pathname } = new URL(url, "http://localhost")
  const wrong = await wrongAnswer(method.toLowerCase(), pathname, response)
  if (wrong.length > 0) throw new Error([`${method} ${pathname} is not as the document says:`, ...wrong].join("\n"))
}
