import type { RequestStanding } from "@mtc-logon/core/logon-request"
import { DateTime } from "effect"
import type { logonRequestDraftTable } from "./logonRequestTable.ts"

/** How the request of a row stands: core says whether it is over. */
export const standingOf = ({
  expiresAt,
  status
}: Pick<typeof logonRequestDraftTable.$inferSelect, "status" | "expiresAt">): RequestStanding => ({
  status,
  expiresAt: DateTime.fromDateUnsafe(expiresAt)
})
