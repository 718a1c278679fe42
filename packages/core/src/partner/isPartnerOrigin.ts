import type { Partner } from "./Partner.ts"

const live = /^https:\/\/[a-z\d.-]+(?::\d{1,5})?$/u
const loopback = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/u

/**
 * Checks whether a partner's list can contain an origin.
 *
 * **Details**
 *
 * The origin must have the exact scheme, host and port, with `https` and without wildcard or path. A test partner can
 * also use localhost.
 */
export const isPartnerOrigin = (origin: string, mode: Partner["mode"]): boolean =>
  live.test(origin) || (mode === "test" && loopback.test(origin))
