import * as Schema from "effect/Schema"

/**
 * Why a forgotten password was not replaced.
 *
 * **Details**
 *
 * `LinkRefused`: the link is none, used, replaced, too old, or its answers are used up: one answer for all. `AnswerRefused`:
 * the second proof is not right. `RecoveryLocked`: too many wrong answers for this logon; said only to whoever holds a link.
 */
export const RecoveryReason = Schema.Union([
  Schema.TaggedStruct("LinkRefused", {}),
  Schema.TaggedStruct("AnswerRefused", {}),
  Schema.TaggedStruct("RecoveryLocked", { retryAt: Schema.DateTimeUtc }),
  Schema.TaggedStruct("Issue", { path: Schema.String, messageId: Schema.String })
])
export type RecoveryReason = typeof RecoveryReason.Type

/** The expected failure of this module. */
export class RecoveryError extends Schema.TaggedError<RecoveryError>()("RecoveryError", { reason: RecoveryReason }) {}
