import { DateTime } from "effect"
import type { RetentionPolicy } from "../questions/policySheet.ts"

/** When a draft is gone: some time after its last answer, and at the latest some hours after it was opened; the instant itself is too late. @rule D-42 */
export const draftExpiresAt = (
  openedAt: DateTime.Utc,
  lastSeenAt: DateTime.Utc,
  { draftHours, draftIdleMinutes }: RetentionPolicy
): DateTime.Utc =>
  DateTime.min(DateTime.add(lastSeenAt, { minutes: draftIdleMinutes }), DateTime.add(openedAt, { hours: draftHours }))
