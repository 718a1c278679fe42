import { en } from "@mtc-logon/core/wording/rules"

/**
 * The few sentences that the page itself shows around the frame.
 *
 * **Gotchas**
 *
 * They have no parameters, so they are taken as they stand; the build puts the four texts in this file's place, so that the
 * loader does not carry the catalogue.
 */
export const hostWords = {
  /** Name of the frame. */
  title: en["host.title"],
  /** In place of a form that cannot be framed. */
  blocked: en["host.blocked"],
  /** Link to the form in a tab of its own, and the button of redirect mode. */
  open: en["host.open"]
} as const
