import { Data } from "effect"
import type { DateTime } from "effect"

/**
 * Why a second step failed.
 *
 * **Details**
 *
 * `CodeRefused`: the code is wrong, used, replaced or too old, with the same response for all. `CodeLocked`: too many wrong codes
 * in a row. `TooSoon`: a code was sent already; the next can be sent at `retryAt`. `MethodNotFound`: unknown, or someone else's.
 * `KindNotOffered`: the rule set does not offer it. `SecondStepFirst`: a method already works, and this session has not used one.
 * `PasswordRequired`: the password was typed too long ago. `LastMethod`: no other method works. `AlreadyConfirmed`: the method
 * already works. `DeviceNotFound`: unknown, or someone else's. `TextsUsedUp`: the server sends no more text messages until
 * `retryAt`; every other method still works.
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
