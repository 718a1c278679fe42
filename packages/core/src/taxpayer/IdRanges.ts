/**
 * Which numbers exist: `live` takes numbers that can be issued, `sandbox` only such as never are.
 *
 * @rule D-22
 */
export type IdRanges = "live" | "sandbox"
