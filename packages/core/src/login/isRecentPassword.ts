import type { DateTime } from "effect"
import type { Session } from "./Session.ts"
import type { SessionPolicy } from "./SessionPolicy.ts"

/** Whether the password of a session was typed lately enough for a sensitive change; the instant itself is too late. ☼ */
export const isRecentPassword = (
  { passwordAt }: Pick<Session, "passwordAt">,
  now: DateTime.Utc,
  { session }: SessionPolicy
): boolean => now.epochMilliseconds < passwordAt.epochMilliseconds + session.passwordAgainMinutes * 60_000
