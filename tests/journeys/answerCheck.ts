import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import document from "../../packages/server/openapi.json" with { type: "json" }
import { undescribed } from "./undescribed.ts"

type Content = Readonly<Record<string, object>>
type Responses = Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>
type Operations = Readonly<Record<string, { readonly responses: Responses } | undefined>>

/** An answer as far as it is checked. */
interface Told {
  readonly isHead: boolean
  readonly status: number
  /** Media type without its parameters. */
  readonly type: string
  readonly hasRequestId: boolean
  readonly text: string
}

const responses = document.components.responses as Responses

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

/** What is wrong with the answer of no route: it may only be a refusal. `HEAD` has the status alone. */
const wrongRefusal = ({ isHead, status, text }: Told): ReadonlyArray<string> => {
  if (![403, 404, 429, 503].includes(status)) return [`is not in the document, and answers ${status}`]
  return isHead ? [] : wrongBody(pointerOf("components", "schemas", "Problem"), text)
}

/** What is wrong with a body where there is to be one of some types, or none. */
const wrongContent = ({ isHead, status, text, type }: Told, content: Content | undefined, at: string) => {
  if (isHead) return []
  if (content === undefined) return text === "" ? [] : [`status ${status} has a body`]
  if (content[type] === undefined) return [`status ${status} is of type "${type}"`]
  const schema = `${at}${pointerOf("content", type, "schema").slice(1)}`
  if (type === "application/x-ndjson")
    return text
      .trim()
      .split("\n")
      .flatMap((line) => wrongBody(schema, line))
  return type === "text/html" ? [] : wrongBody(schema, text)
}

const wrongAnswer = (method: string, path: string, told: Told): ReadonlyArray<string> => {
  if (undescribed.some((each) => each.path.test(path))) return []
  if (!told.hasRequestId) return ["has no X-Request-Id"]
  const found = paths.find(({ operations, pattern }) => pattern.test(path) && operations[method] !== undefined)
  if (found === undefined) return wrongRefusal(told)
  const its = found.operations[method]!.responses[told.status]
  if (its === undefined) return [`status ${told.status} is not in the document: ${told.text.slice(0, 200)}`]
  const own = pointerOf("paths", found.path, method, "responses", String(told.status))
  if (its.$ref === undefined) return wrongContent(told, its.content, own)
  const name = its.$ref.slice(its.$ref.lastIndexOf("/") + 1)
  return wrongContent(told, responses[name]?.content, its.$ref)
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
  const isHead = method === "HEAD"
  const wrong = wrongAnswer(isHead ? "get" : method.toLowerCase(), pathname, {
    isHead,
    status: response.status,
    type: (response.headers.get("content-type") ?? "").split(";")[0]!,
    hasRequestId: response.headers.has("x-request-id"),
    text: await response.clone().text()
  })
  if (wrong.length > 0) throw new Error([`${method} ${pathname} is not as the document says:`, ...wrong].join("\n"))
}
