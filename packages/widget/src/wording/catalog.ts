import type { CompiledMessage } from "@lingui/message-utils/compileMessage"
import { compileMessage } from "@lingui/message-utils/compileMessage"
import { en } from "@mtc-logon/core/wording/rules"

/**
 * The English sentences, compiled.
 *
 * **Gotchas**
 *
 * The build puts the compiled sentences in this file's place (`vite.config.ts`), so that the ICU parser is never shipped.
 */
export const catalog: Readonly<Record<string, CompiledMessage>> = Object.fromEntries(
  Object.entries(en).map(([id, text]) => [id, compileMessage(text)])
)
