export const logonStatuses = ["reserved", "approved", "active", "frozen", "expired"] as const

/**
 * Where a logon stands.
 *
 * **Details**
 *
 * `reserved`: submitted, not approved. `approved`: its first log-in is not over. `active`: a way of two-step verification
 * works. `frozen`, `expired`: closed. @rule D-32
 */
export type LogonStatus = (typeof logonStatuses)[number]
