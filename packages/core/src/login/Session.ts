import type { DateTime } from "effect"

/**
 * A log-in that goes on.
 *
 * **Details**
 *
 * `level`: "password" after the right username and password, enough for the second step alone; "two-step" after that, enough
 * for everything once the terms in force are accepted. It gets another id, and token, whenever its level rises.
 */
export interface Session {
  readonly id: string
  readonly logonId: string
  readonly level: "password" | "two-step"
  readonly expiresAt: DateTime.Utc
  /** When the password was last typed in it. */
  readonly passwordAt: DateTime.Utc
  /** Terms that are new stand before everything else. @rule D-44 */
  readonly termsPending: boolean
}
