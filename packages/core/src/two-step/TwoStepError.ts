import { Data } from "effect"
import type { DateTime } from "effect"

/**
 * Why a second step did not go on.
 *
 * **Details**
 *
 * `CodeRefused`: wrong, used, replaced or too old: one answer for all. `CodeLocked`: too many in a row. `TooSoon`: codes were
 * sent already, the next can be sent at `retryAt`. `MethodNotFound`: none, or somebody else's. `KindNotOffered`: the rule set
 * leaves it out. `SecondStepFirst`: a method works already, and this session has not used one. `PasswordRequired`: the
 * password was typed too long ago. `LastMethod`: no other way works. `AlreadyConfirmed`: the way works already, its set-up is over. `DeviceNotFound`: none, or somebody else's. `TextsUsedUp`:
 * the server sends no more text messages until `retryAt`; every other way goes on.
 */
export type TwoStepReason =
  | { readonly _tag: "CodeRefused" }
  | { readonly _tag: "CodeLocked"; readonly retryAt: DateTime.Utc }
  | { readonly _tag: "TooSoon"; readonly retryAt: DateTime.Utc }
  | { readonly _tag: "TextsUsedUp"; readonly retryAt: DateTime.Utc }
  | { readonly _tag: "MethodNotFound" }
  | { readonly _tag: "KindNotOffered" }
  | { readonly _tag: "SecondStepFirst" }
  | { readonly _tag: "PasswordRequired" }
  | { readonly _tag: "LastMethod" }
  | { readonly _tag: "AlreadyConfirmed" }
  | { readonly _tag: "DeviceNotFound" }
  | { readonly _tag: "Issue"; readonly path: string; readonly messageId: string }

/** The expected failure of this module. */
export class TwoStepError extends Data.TaggedError("TwoStepError")<{ readonly reason: TwoStepReason }> {}
