import type { Partner } from "./Partner.ts"

const live = /^https:\/\/[a-z\d.-]+(?::\d{1,5})?$/u
const loopback = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/u

/**
 * Whether an origin may stand in a partner's list.
 *
 * **Details**
 *
 * Scheme, host and port to the letter, `https` only, no wildcard, no path; a test partner may be on this machine too.
 */
export const isPartnerOrigin = (origin: string, mode: Partner["mode"]): boolean =>
  live.test(origin) || (mode === "test" && loopback.test(origin))
