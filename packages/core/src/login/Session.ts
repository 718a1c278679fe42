import type { DateTime } from "effect"

/**
 * The session of a log-in.
 *
 * **Details**
 *
 * `level`: "password" after the correct username and password, which allows only the second step; "two-step" after the second
 * step, which allows everything once the terms in force are accepted. A session gets a new id and token when its level rises.
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
