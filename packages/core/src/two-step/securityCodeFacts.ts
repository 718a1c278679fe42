import type { securityCodeFactsSchema } from "./twoStepFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the rules of a security code read. Times are milliseconds since 1970-01-01T00:00:00Z. */
export type SecurityCodeFacts = typeof securityCodeFactsSchema.Type

/** How the facts are called, and how staff may see them. */
export const securityCodeFacts: FactSheet<SecurityCodeFacts> = {
  "securityCode.now": {
    label: "the time (ms)",
    field: null,
    secret: false,
    of: ({ securityCode }) => securityCode.now,
    show: String
  },
  "securityCode.lockedUntil": {
    label: "the end of the lock (ms)",
    field: null,
    secret: false,
    of: ({ securityCode }) => securityCode.lockedUntil,
    show: String
  },
  "securityCode.failuresInARow": {
    label: "the failures in a row",
    field: null,
    secret: false,
    of: ({ securityCode }) => securityCode.failuresInARow,
    show: String
  },
  "securityCode.failures": {
    label: "the failures of this code",
    field: "code",
    secret: false,
    of: ({ securityCode }) => securityCode.failures,
    show: String
  },
  "securityCode.state": {
    label: "the state of the code",
    field: "code",
    secret: false,
    of: ({ securityCode }) => securityCode.state,
    show: String
  },
  "securityCode.expiresAt": {
    label: "the end of the code (ms)",
    field: "code",
    secret: false,
    of: ({ securityCode }) => securityCode.expiresAt,
    show: String
  },
  "securityCode.equal": {
    label: "whether the code is right",
    field: "code",
    secret: false,
    of: ({ securityCode }) => securityCode.equal,
    show: String
  }
}
