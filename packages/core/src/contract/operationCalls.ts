import * as Schema from "effect/Schema"
import { callsOf } from "./callsOf.ts"

const all = { tag: "Operation", needs: "nobody" } as const

/** Health, and this document. */
export const operationCalls = callsOf({
  "GET /healthz": {
    ...all,
    name: "isAlive",
    summary: "Check that the process runs",
    answers: { 200: { description: "It does.", json: Schema.Struct({ status: Schema.Literal("ok") }) } }
  },
  "GET /readyz": {
    ...all,
    name: "isReady",
    summary: "Check that the database responds",
    answers: { 200: { description: "It does.", json: Schema.Struct({ status: Schema.Literal("ready") }) } },
    problems: ["unavailable"]
  },
  "GET /.well-known/jwks.json": {
    ...all,
    name: "readKeys",
    summary: "Read the public keys for receipts (RFC 7517)",
    answers: {
      200: {
        description: "The key set.",
        json: Schema.Struct({ keys: Schema.Array(Schema.Record(Schema.String, Schema.Unknown)) })
      }
    }
  },
  "GET /openapi.json": {
    ...all,
    name: "readOpenapi",
    summary: "Read this document",
    answers: {
      200: {
        description: "The document, in OpenAPI 3.1.",
        asIs: true,
        json: Schema.Record(Schema.String, Schema.Unknown)
      }
    }
  }
})
