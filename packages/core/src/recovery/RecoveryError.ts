import { Data } from "effect"
import type { DateTime } from "effect"

/**
 * Why a forgotten password was not replaced.
 *
 * **Details**
 *
 * `LinkRefused`: the link is none, used, replaced, too old, or its answers are used up: one answer for all. `AnswerRefused`:
 * the second proof is not right. `RecoveryLocked`: too many wrong answers for this logon; said only to whoever holds a link.
 */
export type RecoveryReason =
  | { readonly _tag: "LinkRefused" }
  | { readonly _tag: "AnswerRefused" }
  | { readonly _tag: "RecoveryLocked"; readonly retryAt: DateTime.Utc }
  | { readonly _tag: "Issue"; readonly path: string; readonly messageId: string }

/** The expected failure of this module. */
export class RecoveryError extends Data.TaggedError("RecoveryError")<{ readonly reason: RecoveryReason }> {}
