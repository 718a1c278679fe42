import type { FactSheet } from "../engine/Rule.ts"

/** What the rules of the activation code read, after the right username and password. */
export interface ActivationCodeFacts {
  readonly activationCode: {
    /** Whether the code of the link is this logon's; false where none came with the log-in. */
    readonly equal: boolean
    /** `superseded`: a newer link was sent. */
    readonly state: "open" | "used" | "superseded"
    /** Milliseconds since 1970-01-01T00:00:00Z. */
    readonly now: number
    /** The same; it is no longer good at that moment. */
    readonly expiresAt: number
  }
}

/** How the facts are called, and how staff may see them. */
export const activationCodeFacts: FactSheet<ActivationCodeFacts> = {
  "activationCode.equal": {
    label: "whether the code is the one of the link",
    field: "activationCode",
    secret: false,
    of: ({ activationCode }) => activationCode.equal,
    show: String
  },
  "activationCode.state": {
    label: "the state of the link",
    field: "activationCode",
    secret: false,
    of: ({ activationCode }) => activationCode.state,
    show: String
  },
  "activationCode.now": {
    label: "the time (ms)",
    field: null,
    secret: false,
    of: ({ activationCode }) => activationCode.now,
    show: String
  },
  "activationCode.expiresAt": {
    label: "the end of the link (ms)",
    field: "activationCode",
    secret: false,
    of: ({ activationCode }) => activationCode.expiresAt,
    show: String
  }
}
