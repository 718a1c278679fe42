import type { FactSheet } from "../engine/Rule.ts"

/** What the username rules read. */
export interface UsernameFacts {
  readonly username: {
    /** As typed. */
    readonly text: string
    /** The person's own SSN, ITIN or FEIN, nine digits; null where it is not known to whoever asks. */
    readonly ownNumber: string | null
    /** Somebody has it, or had it once. */
    readonly taken: boolean
  }
}

/** How the facts are called, and how staff may see them. */
export const usernameFacts: FactSheet<UsernameFacts> = {
  "username.ownNumber": {
    label: "the person's own number",
    field: null,
    secret: false,
    of: ({ username }) => username.ownNumber,
    show: () => "***"
  },
  "username.text": {
    label: "the username",
    field: "username",
    secret: false,
    of: ({ username }) => username.text,
    show: String
  },
  "username.taken": {
    label: "whether the username is taken",
    field: "username",
    secret: false,
    of: ({ username }) => username.taken,
    show: String
  }
}
