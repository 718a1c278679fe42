import * as Schema from "effect/Schema"
import type { Call } from "./Call.ts"

const all = { method: "get", tag: "Operation", key: "none" } as const

/** Health, and this document. */
export const operationCalls: ReadonlyArray<Call> = [
  {
    ...all,
    path: "/healthz",
    name: "isAlive",
    summary: "Check that the process runs",
    answers: { 200: { description: "It does.", json: Schema.Struct({ status: Schema.Literal("ok") }) } }
  },
  {
    ...all,
    path: "/readyz",
    name: "isReady",
    summary: "Check that the database responds",
    answers: { 200: { description: "It does.", json: Schema.Struct({ status: Schema.Literal("ready") }) } },
    problems: ["unavailable"]
  },
  {
    ...all,
    path: "/.well-known/jwks.json",
    name: "readKeys",
    summary: "Read the public keys for receipts (RFC 7517)",
    answers: {
      200: {
        description: "The key set.",
        json: Schema.Struct({ keys: Schema.Array(Schema.Record(Schema.String, Schema.Unknown)) })
      }
    }
  },
  {
    ...all,
    path: "/openapi.json",
    name: "readOpenapi",
    summary: "Read this document",
    answers: {
      200: { description: "The document, in OpenAPI 3.1.", json: Schema.Record(Schema.String, Schema.Unknown) }
    }
  }
]
