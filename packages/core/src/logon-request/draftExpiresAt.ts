import { DateTime } from "effect"
import type { RetentionPolicy } from "../decisions/PolicyInForce.ts"
import type { LogonRequestDraft } from "./LogonRequest.ts"

/** When a draft is gone: some time after its last answer, and at the latest some hours after it was opened; the instant itself is too late. @rule D-42 */
export const draftExpiresAt = (
  { lastSeenAt, openedAt }: Pick<LogonRequestDraft, "lastSeenAt" | "openedAt">,
  { draftHours, draftIdleMinutes }: RetentionPolicy
): DateTime.Utc =>
  DateTime.min(DateTime.add(lastSeenAt, { minutes: draftIdleMinutes }), DateTime.add(openedAt, { hours: draftHours }))
