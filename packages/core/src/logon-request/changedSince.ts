import { Equal } from "effect"
import type { LogonRequestDraft } from "./LogonRequest.ts"

/**
 * Whether the answers of a draft are others than those that something was decided on.
 *
 * **Details**
 *
 * Looking at the records and hashing take time, and no row is locked meanwhile. So what was decided on a copy is stored only
 * where the locked draft still says the same: else the proof of one number could land on a draft that names another.
 *
 * @rule D-29
 */
export const changedSince = (read: LogonRequestDraft, locked: LogonRequestDraft): boolean =>
  !Equal.equals(read.answers, locked.answers)
