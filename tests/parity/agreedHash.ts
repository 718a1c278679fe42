/**
 * SHA-256, hex, over the answers to all vectors: Node, a page and HTTP give the same.
 *
 * A wanted change of a rule changes it: `npx --yes pnpm@12.21.0 vectors`, then the test says the new one.
 */
export const agreedHash = "066a1a9c5a384649884c25995f845ac4359d0daf558b02dcf8286d75ca280fec"
