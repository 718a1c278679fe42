import { exampleOf } from "./exampleOf.ts"
import type { OpenapiDocument, OpenapiOperation } from "./OpenapiDocument.ts"

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
