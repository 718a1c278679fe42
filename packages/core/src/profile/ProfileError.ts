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
 */
export const ProfileReason = Schema.Union([
  Schema.TaggedStruct("ProfileIssues", { issues: Schema.Array(ProfileIssue) }),
  Schema.TaggedStruct("LinkRefused", {}),
  Schema.TaggedStruct("NothingToLock", {})
])
export type ProfileReason = typeof ProfileReason.Type

/** The expected failure of this module. */
export class ProfileError extends Schema.TaggedError<ProfileError>()("ProfileError", { reason: ProfileReason }) {}
