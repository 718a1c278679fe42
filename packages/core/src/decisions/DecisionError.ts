import { Data } from "effect"

/** There is no such decision for whoever asks. */
export class DecisionError extends Data.TaggedError("DecisionError")<{
  readonly reason: { readonly _tag: "NotFound" }
}> {}
