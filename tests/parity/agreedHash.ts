/**
 * SHA-256, hex, over the answers to all vectors: Node, a page and HTTP give the same.
 *
 * A wanted change of a rule changes it: `npx --yes pnpm@12.21.0 vectors`, then the test says the new one.
 */
export const agreedHash = "252902f29d19b77e22be94619543443a2fa26acceb6b2925d67e1b84eb266761"
