import { Data } from "effect"

/**
 * Why a decision on record is not told.
 *
 * **Details**
 *
 * `NotFound`: there is none for whoever asks. `Unreadable`: there is one, and its log does not open or says nothing that
 * this version reads.
 */
export class DecisionError extends Data.TaggedError("DecisionError")<{
  readonly reason: { readonly _tag: "NotFound" | "Unreadable" }
}> {}
