import type { DateTime } from "effect"

const dayMs = 86_400_000

/** Whether the owner of a number that is locked is told by post: not where they were told a short while ago. ☼ @rule D-30 */
export const isLockLetterDue = (toldAt: DateTime.Utc | null, now: DateTime.Utc, lockLetterDays: number): boolean =>
  toldAt === null || now.epochMilliseconds >= toldAt.epochMilliseconds + lockLetterDays * dayMs
