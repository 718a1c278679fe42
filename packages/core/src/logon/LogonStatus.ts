export const logonStatuses = ["reserved", "approved", "active", "frozen", "expired"] as const

/**
 * The status of a logon.
 *
 * **Details**
 *
 * `reserved`: submitted, not approved. `approved`: its first log-in is not finished. `active`: a two-step
 * method works. `frozen`, `expired`: closed. @rule D-32
 */
export type LogonStatus = (typeof logonStatuses)[number]
