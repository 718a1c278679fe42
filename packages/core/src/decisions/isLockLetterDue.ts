import type { DateTime } from "effect"

const dayMs = 86_400_000

/** Checks whether the owner of a locked number gets a letter: not if they got one a short while ago. ☼ @rule D-30 */
export const isLockLetterDue = (toldAt: DateTime.Utc | null, now: DateTime.Utc, lockLetterDays: number): boolean =>
  toldAt === null || now.epochMilliseconds >= toldAt.epochMilliseconds + lockLetterDays * dayMs
