import { Effect, Predicate } from "effect"
import * as Schema from "effect/Schema"
import * as SchemaIssue from "effect/SchemaIssue"
import type { Context } from "hono"
import sjson from "secure-json-parse"
import { HttpError } from "./HttpError.ts"
import { isMediaType } from "./isMediaType.ts"

/** What a body may be at most. */
export const bounds = { bytes: 16_384, depth: 8, members: 64, characters: 1_024 }

const tooLarge = new HttpError({ reason: { _tag: "BodyTooLarge" } })
const notJsonType = new HttpError({ reason: { _tag: "NotJsonType" } })
const malformed = (paths: ReadonlyArray<string>) => new HttpError({ reason: { _tag: "Malformed", paths } })

/** Reads a body that may come in chunks, and stops at the first byte too many. */
export const readText = async (request: Request, bytes: number): Promise<string | HttpError> => {
  if (Number(request.headers.get("content-length") ?? 0) > bytes) return tooLarge
  if (request.body === null) return ""
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength
      if (length > bytes) return tooLarge
      chunks.push(chunk)
    }
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    // Broken off by its caller, or no UTF-8.
    return malformed([])
  }
}

/** A name as it may be told, or a place in a list: a number of a person has more digits, and what is none of ours could be anything. */
const tell = (name: PropertyKey) => (/^(?:[A-Za-z][A-Za-z_-]{0,39}|\d{1,3})$/.test(String(name)) ? String(name) : "?")
const tellPath = (path: ReadonlyArray<PropertyKey>) => path.map(tell).join(".")

/**
 * The path of the first thing in a value that is too deep, too wide or too long, or a text with a null, which PostgreSQL
 * keeps nowhere; none where it is within bounds.
 */
const outOfBounds = (value: unknown, path: ReadonlyArray<PropertyKey>): ReadonlyArray<PropertyKey> | undefined => {
  if (typeof value === "string") return value.length > bounds.characters || value.includes("\0") ? path : undefined
  if (!Predicate.isObject(value) && !Array.isArray(value)) return undefined
  const members = Object.entries(value)
  if (path.length >= bounds.depth || members.length > bounds.members) return path
  for (const [name, member] of members) {
    const found = outOfBounds(member, [...path, name])
    if (found !== undefined) return found
  }
  return undefined
}

const parse = (text: string): unknown => {
  try {
    return sjson.parse(text, undefined, { protoAction: "error", constructorAction: "error" })
  } catch {
    return malformed([])
  }
}

const issuesOf = SchemaIssue.makeFormatterStandardSchemaV1()

/** Reads a text as what a schema says, within the bounds of a body; made once, beside the route. */
export const readJsonText = <S extends Schema.ConstraintDecoder<unknown>>(
  schema: S
): ((text: string) => Effect.Effect<S["Type"], HttpError>) => {
  const decode = Schema.decodeUnknownResult(schema)
  return (text) =>
    Effect.suspend(() => {
      if (Buffer.byteLength(text) > bounds.bytes) return Effect.fail(tooLarge)
      const value = parse(text)
      if (value instanceof HttpError) return Effect.fail(value)
      const path = outOfBounds(value, [])
      if (path !== undefined) return Effect.fail(malformed([tellPath(path)]))
      const decoded = decode(value, { errors: "all", onExcessProperty: "error" })
      if (decoded._tag === "Success") return Effect.succeed(decoded.success)
      const { issues } = issuesOf(decoded.failure.issue)
      const paths = issues.map(({ path = [] }) => tellPath(path.map((at) => (typeof at === "object" ? at.key : at))))
      return Effect.fail(malformed([...new Set(paths)].filter((each) => each !== "").slice(0, bounds.members)))
    })
}

/** Reads a body, and knows what it reads: the description of the route asks it. */
export type ReadJson<S extends Schema.ConstraintDecoder<unknown>> = ((
  c: Context
) => Effect.Effect<S["Type"], HttpError>) & { readonly schema: S }

/**
 * Reads the body of a call as what a schema says; made once, beside the route.
 *
 * **Details**
 *
 * `application/json`, with or without `charset=utf-8`; at most 16 KiB, 8 deep, 64 members an object, 1,024 characters a text. Unknown members and
 * wrong types are named by their path, all at once, and never a value.
 */
export const readJson = <S extends Schema.ConstraintDecoder<unknown>>(schema: S): ReadJson<S> => {
  const readBody = readJsonText(schema)
  const read = (c: Context) =>
    Effect.gen(function* () {
      if (!isMediaType("application/json", c.req.header("content-type"))) return yield* notJsonType
      const text = yield* Effect.promise(() => readText(c.req.raw, bounds.bytes))
      if (typeof text !== "string") return yield* text
      return yield* readBody(text)
    })
  return Object.assign(read, { schema })
}
