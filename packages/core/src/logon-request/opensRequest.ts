import { DateTime } from "effect"

/** How a request stands: what became of its draft, and when its key opens it no more. */
export interface RequestStanding {
  readonly status: "open" | "submitted" | "cancelled"
  readonly expiresAt: DateTime.Utc
}

/** Whether its key opens a request: it was not cancelled, and its time is not over; the instant itself is too late. Pure. @rule D-33 @rule D-42 */
export const opensRequest = ({ expiresAt, status }: RequestStanding, now: DateTime.Utc): boolean =>
  status !== "cancelled" && DateTime.isGreaterThan(expiresAt, now)

/**
 * Whether the letter that a request reserved is still held: by a submit for good, by a draft until its time is over or it
 * is left. Pure.
 *
 * @rule D-07 @rule D-33
 */
export const holdsLetter = (request: RequestStanding | undefined, now: DateTime.Utc): boolean =>
  request !== undefined && (request.status === "submitted" || opensRequest(request, now))
