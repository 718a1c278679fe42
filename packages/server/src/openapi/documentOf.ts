import * as Schema from "effect/Schema"
import * as JsonSchemas from "effect/JsonSchema"
import * as SchemaRepresentation from "effect/SchemaRepresentation"
import { problemSchema } from "@mtc-logon/core/contract"
import type { CallList, CallShape, CallTag } from "@mtc-logon/core/contract"
import { bounds } from "../http/readJson.ts"
import type { JsonSchema, OpenapiDocument, OpenapiOperation, OpenapiParameter } from "./OpenapiDocument.ts"
import { problemResponses } from "./problemResponses.ts"

/**
 * The JSON Schema (2020-12) of each schema, and those that have a name of their own once, as components.
 *
 * **Details**
 *
 * Unknown members are refused: the server reads bodies so, and a member that an answer's schema forgot is seen by a test.
 */
const jsonSchemas = (schemas: ReadonlyArray<Schema.Constraint>) => {
  const all = [...new Set(schemas)]
  const [first, ...rest] = all.map(({ ast }) => ast)
  const representations = SchemaRepresentation.toRepresentations([first!, ...rest])
  const { definitions, schemas: made } = JsonSchemas.toMultiDocumentOpenApi3_1(
    SchemaRepresentation.toJsonSchemaMultiDocument(representations, { onExcessProperty: "error" })
  )
  return {
    of: (schema: Schema.Constraint): JsonSchema => made[all.indexOf(schema)]!,
    components: Object.fromEntries(
      Object.entries<JsonSchema>(definitions).toSorted(([one], [other]) => (one < other ? -1 : 1))
    )
  }
}

/** The chapters of the document, in order. */
const tags: ReadonlyArray<{ readonly name: CallTag; readonly description: string }> = [
  {
    name: "Logon requests",
    description:
      "A person proves their identity and requests a logon, step by step. Opening a request returns its token. Send the token with every later call."
  },
  {
    name: "Log in",
    description: "Sessions, terms of use, trusted devices and the home page. For the Department's own pages."
  },
  {
    name: "Two-step verification",
    description: "The second step of a log-in, and its methods. For the Department's own pages."
  },
  {
    name: "Profile",
    description: "What the owner of a logon can change after both steps of log-in. For the Department's own pages."
  },
  {
    name: "Ways back",
    description:
      "For people who cannot log in. The responses are the same for everyone. For the Department's own pages."
  },
  { name: "Rules engine", description: "Ask a rule set a question from an application, with an API key." },
  { name: "Operation", description: "For operators of the server." }
]

const headers = {
  "X-Request-Id": { $ref: "#/components/headers/X-Request-Id" }
}

const securitySchemes = {
  requestToken: {
    type: "http",
    scheme: "bearer",
    description: "The token that opening or resuming a logon request returns."
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-mtc-session",
    description: "The session of a log-in. Each call checks which steps are complete."
  },
  apiKey: {
    type: "http",
    scheme: "bearer",
    description: "The API key of an application. Its scopes determine what it can do."
  }
}

/** A method and a path of the list, apart; and what they lead to. */
interface Call extends CallShape {
  readonly way: string
  readonly method: string
  readonly path: string
}

const callsOf = (list: CallList): ReadonlyArray<Call> =>
  Object.entries(list).map(([way, shape]) => {
    const [method = "", path = ""] = way.split(" ")
    return { ...shape, way, method: method.toLowerCase(), path }
  })

const securityOf = ({ needs }: CallShape) => {
  if (needs === "nobody") return {}
  if (needs === "request-token") return { security: [{ requestToken: [] }] }
  if (typeof needs === "string") return { security: [{ session: [] }] }
  const { orScope, scope } = needs
  return { security: [scope, ...(orScope === undefined ? [] : [orScope])].map((each) => ({ apiKey: [each] })) }
}

/** What a body's text may be at most, where its schema does not say less: the reader's bound. */
const bounded = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  ...(schema.type === "string" && schema.enum === undefined && { maxLength: schema.maxLength ?? bounds.characters }),
  ...(schema.anyOf && { anyOf: schema.anyOf.map(bounded) }),
  ...(schema.items && { items: bounded(schema.items) }),
  ...(schema.properties && {
    properties: Object.fromEntries(Object.entries(schema.properties).map(([name, member]) => [name, bounded(member)]))
  })
})

const parametersOf = ({ headers: mustCome = {}, path, query = {} }: Call): ReadonlyArray<OpenapiParameter> => [
  ...Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = ""]) => ({
    name,
    in: "path" as const,
    required: true,
    schema: { type: "string" }
  })),
  ...Object.entries(query).map(([name, description]) => ({
    name,
    in: "query" as const,
    required: false,
    description,
    schema: { type: "string" }
  })),
  ...Object.entries(mustCome).map(([name, description]) => ({
    name,
    in: "header" as const,
    required: true,
    description,
    schema: { type: "string" }
  }))
]

/** The media type of bodies and answers. */
const typeOf = ({ lines }: Call) => (lines ? "application/x-ndjson" : "application/json")

const fromWhom = {
  "our-pages": "Only for the Department's own pages: the call must have their Origin.",
  "our-pages-and-programs": "For the Department's own pages, and for programs, which send no Origin."
}

const describe = ({ description, from, method }: Call) => {
  const told = [description, method !== "get" && from !== undefined ? fromWhom[from] : undefined]
  const text = told.filter((each) => each !== undefined).join(" ")
  return text === "" ? {} : { description: text }
}

/** The OpenAPI 3.1 document of a list of calls, in their order; the same calls, the same bytes. */
export const documentOf = (list: CallList): OpenapiDocument => {
  const calls = callsOf(list)
  const bodies = new Map(
    calls.flatMap(({ body }) => (body === undefined ? [] : [[body, Schema.toEncoded(body)] as const]))
  )
  const answers = calls.flatMap(({ answers: each }) =>
    Object.values(each).flatMap(({ json }) => (json === undefined ? [] : [json]))
  )
  const made = jsonSchemas([...bodies.values(), ...answers, problemSchema])
  const problems = problemResponses(headers)

  const operationOf = (call: Call): OpenapiOperation => {
    const { body, name, summary, tag } = call
    const parameters = parametersOf(call)
    const told = Object.entries(call.answers).map(([status, { description, html, json }]) => {
      const content = {
        ...(json && { [typeOf(call)]: { schema: made.of(json) } }),
        ...(html && { "text/html": { schema: { type: "string" } } })
      }
      return [status, { description, headers, ...(Object.keys(content).length > 0 && { content }) }] as const
    })
    return {
      operationId: name,
      tags: [tag],
      summary,
      ...describe(call),
      ...securityOf(call),
      ...(parameters.length > 0 && { parameters }),
      ...(body && {
        requestBody: { required: true, content: { [typeOf(call)]: { schema: bounded(made.of(bodies.get(body)!)) } } }
      }),
      responses: Object.fromEntries([...problems.of(call.way, call), ...told])
    }
  }

  const paths: Record<string, Record<string, OpenapiOperation>> = {}
  for (const call of calls) (paths[call.path] ??= {})[call.method] = operationOf(call)
  const isUsed = (name: string) =>
    calls.some((call) => (securityOf(call).security ?? []).some((needs) => Object.hasOwn(needs, name)))

  return {
    openapi: "3.1.0",
    info: {
      title: "mtc-logon",
      version: "1",
      description:
        "The API for logon requests, log-in and the rules engine. Bodies are JSON of up to 16 KiB, 8 levels, 64 members per object and 1,024 characters per string. The service rejects unknown members. Every refusal is application/problem+json (RFC 9457) and names a field or a code, never a value. Times are RFC 3339 with a time zone."
    },
    servers: [{ url: "/" }],
    tags: tags.filter(({ name }) => calls.some(({ tag }) => tag === name)),
    paths,
    components: {
      schemas: made.components,
      responses: problems.components(),
      headers: {
        "X-Request-Id": { description: "The id of the call in the log.", schema: { type: "string" } },
        "Retry-After": { description: "Seconds to wait before you repeat the call.", schema: { type: "integer" } }
      },
      securitySchemes: Object.fromEntries(Object.entries(securitySchemes).filter(([name]) => isUsed(name)))
    }
  }
}
