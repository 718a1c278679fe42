import type { DateTime, Redacted } from "effect"
import { endSessions } from "./endLogOns.ts"
import type { Keys } from "./Keys.ts"
import type { Logon, LogonSession } from "./Logon.ts"

/** The session of an id, as long as it goes on. */
export const sessionIn = ({ sessions }: Logon, id: string): LogonSession | undefined =>
  sessions.find((session) => session.id === id && session.endedAt === null)

/** Opens a session under a new token; the one that it takes the place of is dead. @rule D-48 */
export const openSession = (
  logon: Logon,
  keys: Keys["Service"],
  session: Pick<LogonSession, "level" | "state" | "passwordAt" | "deviceId" | "expiresAt">,
  now: DateTime.Utc,
  inPlaceOf: string | null = null
): { readonly logon: Logon; readonly token: Redacted.Redacted } => {
  const token = keys.makeToken()
  const left = endSessions(logon, ({ id }) => id === inPlaceOf, now)
  const { deviceId, expiresAt, level, passwordAt, state } = session
  const opened = { id: keys.digestOf("token", token), level, state, passwordAt, deviceId, expiresAt }
  return {
    logon: { ...left, sessions: [...left.sessions, { ...opened, createdAt: now, lastSeenAt: now, endedAt: null }] },
    token
  }
}
