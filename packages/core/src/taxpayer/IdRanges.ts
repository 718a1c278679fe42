/**
 * The numbers that are valid: `live` accepts numbers that can be issued, `sandbox` only numbers that never are.
 *
 * @rule D-22
 */
export type IdRanges = "live" | "sandbox"
