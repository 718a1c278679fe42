import { Data } from "effect"
import type { DateTime } from "effect"
import type { FieldIssue } from "../logon/FieldIssue.ts"

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
export type ProfileReason =
  | { readonly _tag: "ProfileIssues"; readonly issues: ReadonlyArray<FieldIssue> }
  | { readonly _tag: "LinkRefused" }
  | { readonly _tag: "NothingToLock" }
  | { readonly _tag: "NothingToOpen" }
  | { readonly _tag: "NothingToConfirm" }
  | { readonly _tag: "LetterRefused" }
  | { readonly _tag: "Locked"; readonly retryAt?: DateTime.Utc }

/** The expected failure of this module. */
export class ProfileError extends Data.TaggedError("ProfileError")<{ readonly reason: ProfileReason }> {}
