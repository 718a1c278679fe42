import * as Schema from "effect/Schema"
import type { Call } from "./Call.ts"

const all = { method: "get", tag: "Operation", key: "none" } as const

/** Health, and this document. */
export const operationCalls: ReadonlyArray<Call> = [
  {
    ...all,
    path: "/healthz",
    name: "isAlive",
    summary: "Does the process run?",
    answers: { 200: { description: "It does.", json: Schema.Struct({ status: Schema.Literal("ok") }) } }
  },
  {
    ...all,
    path: "/readyz",
    name: "isReady",
    summary: "Does the database answer?",
    answers: { 200: { description: "It does.", json: Schema.Struct({ status: Schema.Literal("ready") }) } },
    problems: ["unavailable"]
  },
  {
    ...all,
    path: "/.well-known/jwks.json",
    name: "readKeys",
    summary: "The public keys of receipts (RFC 7517)",
    answers: {
      200: {
        description: "A key set.",
        json: Schema.Struct({ keys: Schema.Array(Schema.Record(Schema.String, Schema.Unknown)) })
      }
    }
  },
  {
    ...all,
    path: "/openapi.json",
    name: "readOpenapi",
    summary: "This document",
    answers: {
      200: { description: "OpenAPI 3.1.", json: Schema.Record(Schema.String, Schema.Unknown) }
    }
  }
]
