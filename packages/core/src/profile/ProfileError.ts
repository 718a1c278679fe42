import * as Schema from "effect/Schema"

/** One thing to mend: the field, and what to say of it. Never the value. */
export const ProfileIssue = Schema.Struct({
  /** `newPassword` */
  path: Schema.String,
  /** Stable for programs, `password-length`. */
  code: Schema.String,
  /** Wording id. */
  messageId: Schema.String,
  params: Schema.Record(Schema.String, Schema.Union([Schema.String, Schema.Finite]))
})
export type ProfileIssue = typeof ProfileIssue.Type

/**
 * Why a profile was not changed.
 *
 * **Details**
 *
 * `ProfileIssues`: to be mended. `LinkRefused`: the link is none of this logon's, used, replaced or too old: one answer for
 * all. `NothingToLock`: the logon is Master Administrator of no taxpayer by its own proof, or not confirmed yet.
 * `NothingToOpen`: no role of the logon stands on a letter, a contest is open, or amounts were opened a short while ago.
 * `NothingToConfirm`: no role of the logon waits for a letter code. `LetterRefused`: it is no letter that confirms: one answer for
 * all. `Locked`: too many letter IDs for this number were wrong.
 */
export const ProfileReason = Schema.Union([
  Schema.TaggedStruct("ProfileIssues", { issues: Schema.Array(ProfileIssue) }),
  Schema.TaggedStruct("LinkRefused", {}),
  Schema.TaggedStruct("NothingToLock", {}),
  Schema.TaggedStruct("NothingToOpen", {}),
  Schema.TaggedStruct("NothingToConfirm", {}),
  Schema.TaggedStruct("LetterRefused", {}),
  Schema.TaggedStruct("Locked", { retryAt: Schema.optionalKey(Schema.DateTimeUtc) })
])
export type ProfileReason = typeof ProfileReason.Type

/** The expected failure of this module. */
export class ProfileError extends Schema.TaggedError<ProfileError>()("ProfileError", { reason: ProfileReason }) {}
