/**
 * SHA-256, hex, over the answers to all vectors: Node, a page and HTTP give the same.
 *
 * A wanted change of a rule changes it: `npx --yes pnpm@12.21.0 vectors`, then the test says the new one.
 */
export const agreedHash = "e59b00ba22f770e0360ebc14e469714f055d54992f578151adb6fa9bc363b422"
