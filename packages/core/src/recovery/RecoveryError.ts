import { Data } from "effect"
import type { DateTime } from "effect"

/**
 * Why a forgotten password was not replaced.
 *
 * **Details**
 *
 * `LinkRefused`: the link is unknown, used, replaced or too old, or its answers are used up, with the same response for all.
 * `AnswerRefused`: the second proof is wrong. `RecoveryLocked`: too many wrong answers for this logon; only someone with a link
 * learns this.
 */
export type RecoveryReason =
  | { readonly _tag: "LinkRefused" }
  | { readonly _tag: "AnswerRefused" }
  | { readonly _tag: "RecoveryLocked"; readonly retryAt: DateTime.Utc }
  | { readonly _tag: "Issue"; readonly path: string; readonly messageId: string }

/** The expected failure of this module. */
export class RecoveryError extends Data.TaggedError("RecoveryError")<{ readonly reason: RecoveryReason }> {}
