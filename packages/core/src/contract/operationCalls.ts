import * as Schema from "effect/Schema"
import { callsOf } from "./callsOf.ts"

const all = { tag: "Operation", needs: "nobody" } as const

/** Health, and this document. */
export const operationCalls = callsOf({
  "GET /healthz": {
    ...all,
    name: "isAlive",
    summary: "Does the process run?",
    answers: { 200: { description: "It does.", json: Schema.Struct({ status: Schema.Literal("ok") }) } }
  },
  "GET /readyz": {
    ...all,
    name: "isReady",
    summary: "Does the database answer?",
    answers: { 200: { description: "It does.", json: Schema.Struct({ status: Schema.Literal("ready") }) } },
    problems: ["unavailable"]
  },
  "GET /.well-known/jwks.json": {
    ...all,
    name: "readKeys",
    summary: "The public keys of receipts (RFC 7517)",
    answers: {
      200: {
        description: "A key set.",
        json: Schema.Struct({ keys: Schema.Array(Schema.Record(Schema.String, Schema.Unknown)) })
      }
    }
  },
  "GET /openapi.json": {
    ...all,
    name: "readOpenapi",
    summary: "This document",
    answers: {
      200: { description: "OpenAPI 3.1.", asIs: true, json: Schema.Record(Schema.String, Schema.Unknown) }
    }
  }
})
