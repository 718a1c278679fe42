import type { CompiledMessage } from "@lingui/message-utils/compileMessage"

/**
 * The sentences of the later screens.
 *
 * **Gotchas**
 *
 * Empty in the source, where `catalog` has all; the build divides them (`vite.config.ts`).
 */
export const laterCatalog: Readonly<Record<string, CompiledMessage>> = {}
