import type { FactSheet } from "../engine/Rule.ts"

/** What decides whether a letter is mailed to somebody who asked for one. Times are milliseconds since 1970-01-01T00:00:00Z. */
export interface LetterRequestFacts {
  readonly letterRequest: {
    /** The number is on file. */
    readonly onFile: boolean
    /** When the newest sign-up letter was mailed; null: none ever was. */
    readonly newestMailedAt: number | null
    readonly now: number
  }
}

/** How the facts are called, and how staff may see them. */
export const letterRequestFacts: FactSheet<LetterRequestFacts> = {
  "letterRequest.onFile": {
    label: "whether the number is on file",
    field: null,
    secret: true,
    of: ({ letterRequest }) => letterRequest.onFile,
    show: String
  },
  "letterRequest.newestMailedAt": {
    label: "the mailing of the newest letter (ms)",
    field: null,
    secret: true,
    of: ({ letterRequest }) => letterRequest.newestMailedAt,
    show: (value) => (value === null ? "none" : String(value))
  },
  "letterRequest.now": {
    label: "the time (ms)",
    field: null,
    secret: false,
    of: ({ letterRequest }) => letterRequest.now,
    show: String
  }
}
