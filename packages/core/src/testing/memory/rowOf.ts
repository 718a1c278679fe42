import { DateTime, Redacted } from "effect"
import type { LogonRequestKey } from "../../logon-request/LogonRequest.ts"
import type { MemoryHouse, MemoryRequest } from "./MemoryHouse.ts"

/** The request that a key opens: not another's, not cancelled, and no draft whose time is over. */
export const rowOf = (
  { requests }: MemoryHouse["Service"],
  { id, token }: LogonRequestKey,
  now: DateTime.Utc
): MemoryRequest | undefined => {
  const row = requests.get(id)
  if (row === undefined || row.token !== Redacted.value(token) || row.state === "cancelled") return undefined
  return row.state === "open" && DateTime.isLessThanOrEqualTo(row.draft.expiresAt, now) ? undefined : row
}
