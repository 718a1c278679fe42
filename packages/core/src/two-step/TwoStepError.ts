import * as Schema from "effect/Schema"

/**
 * Why a second step did not go on.
 *
 * **Details**
 *
 * `CodeRefused`: wrong, used, replaced or too old: one answer for all. `CodeLocked`: too many in a row. `TooSoon`: codes were
 * sent already, the next can be sent at `retryAt`. `MethodNotFound`: none, or somebody else's. `KindNotOffered`: the rule set
 * leaves it out. `SecondStepFirst`: a method works already, and this session has not used one. `PasswordRequired`: the
 * password was typed too long ago. `LastMethod`: no other way works. `AlreadyConfirmed`: the way works already, its set-up is over. `DeviceNotFound`: none, or somebody else's. `TextsUsedUp`:
 * the house sends no more text messages until `retryAt`; every other way goes on.
 */
export const TwoStepReason = Schema.Union([
  Schema.TaggedStruct("CodeRefused", {}),
  Schema.TaggedStruct("CodeLocked", { retryAt: Schema.DateTimeUtc }),
  Schema.TaggedStruct("TooSoon", { retryAt: Schema.DateTimeUtc }),
  Schema.TaggedStruct("TextsUsedUp", { retryAt: Schema.DateTimeUtc }),
  Schema.TaggedStruct("MethodNotFound", {}),
  Schema.TaggedStruct("KindNotOffered", {}),
  Schema.TaggedStruct("SecondStepFirst", {}),
  Schema.TaggedStruct("PasswordRequired", {}),
  Schema.TaggedStruct("LastMethod", {}),
  Schema.TaggedStruct("AlreadyConfirmed", {}),
  Schema.TaggedStruct("DeviceNotFound", {}),
  Schema.TaggedStruct("Issue", { path: Schema.String, messageId: Schema.String })
])
export type TwoStepReason = typeof TwoStepReason.Type

/** The expected failure of this module. */
export class TwoStepError extends Schema.TaggedError<TwoStepError>()("TwoStepError", { reason: TwoStepReason }) {}
