/**
 * SHA-256, hex, over the answers to all vectors: Node, a page and HTTP give the same.
 *
 * A wanted change of a rule changes it: `npx --yes pnpm@12.21.0 vectors`, then the test says the new one.
 */
export const agreedHash = "c8ff7d10b662885ad04f53a9a113d02f7aafc320ffef5d1a49a0c831504cb029"
