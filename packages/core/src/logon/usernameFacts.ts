import type { usernameFactsSchema } from "./logonFactsSchemas.ts"
import type { FactSheet } from "../engine/Rule.ts"

/** What the username rules read. */
export type UsernameFacts = typeof usernameFactsSchema.Type

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
