import { Data } from "effect"

/**
 * Why a decision on record cannot be returned.
 *
 * **Details**
 *
 * `NotFound`: this caller has no such decision. `Unreadable`: the decision exists, but its log cannot be opened, or
 * this version cannot read it.
 */
export class DecisionError extends Data.TaggedError("DecisionError")<{
  readonly reason: { readonly _tag: "NotFound" | "Unreadable" }
}> {}
