import type { OpenapiDocument, OpenapiOperation, JsonSchema } from "./OpenapiDocument.ts"

const refName = ($ref: string) => $ref.slice($ref.lastIndexOf("/") + 1)

/** The schema that a reference means, or the schema itself. */
const schemaAt = (schema: JsonSchema, { components }: OpenapiDocument): JsonSchema =>
  schema.$ref === undefined ? schema : (components.schemas[refName(schema.$ref)] ?? schema)

/** A value that a schema takes: its own example, or the plainest one. */
const exampleOf = (given: JsonSchema, document: OpenapiDocument): unknown => {
  const schema = schemaAt(given, document)
  if (schema.examples !== undefined) return schema.examples[0]
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.anyOf !== undefined) return exampleOf(schema.anyOf[0]!, document)
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name))
          .map(([name, member]) => [name, exampleOf(member, document)])
      )
    case "array":
      return []
    case "boolean":
      return false
    case "integer":
    case "number":
      return schema.minimum ?? 0
    default:
      return "..."
  }
}

const keys: Readonly<Record<string, string>> = {
  requestToken: `-H "authorization: Bearer $TOKEN"`,
  session: `-b "__Host-mtc-session=$SESSION"`,
  apiKey: `-H "authorization: Bearer $API_KEY"`
}

/** A text of a shell that means itself. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** How a call is made by hand, for a shell where `$SERVER` is the address of the server. */
export const curlOf = (
  method: string,
  path: string,
  { parameters = [], requestBody, security = [] }: OpenapiOperation,
  document: OpenapiDocument
): string => {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${name.toUpperCase()}`)
  const query = parameters.filter((each) => each.in === "query").map(({ name }) => `${name}=$${name.toUpperCase()}`)
  const [type, { schema } = {}] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const parts = [
    `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}"$SERVER${[address, ...query].join("?")}"`,
    ...new Set(security.flatMap((needs) => Object.keys(needs).map((name) => keys[name] ?? ""))),
    ...parameters
      .filter((each) => each.in === "header")
      .map(({ name }) => `-H "${name.toLowerCase()}: $${name.toUpperCase().replaceAll("-", "_")}"`),
    ...(method !== "get" && security.some((needs) => "session" in needs) ? [`-H "origin: $SERVER"`] : []),
    ...(schema === undefined
      ? []
      : [
          `-H 'content-type: ${type}'`,
          `${type === "application/json" ? "-d" : "--data-binary"} ${quoted(JSON.stringify(exampleOf(schema, document)))}`
        ])
  ]
  return parts.join(" \\\n  ")
}
