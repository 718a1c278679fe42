import { Data } from "effect"

/** What is wrong with one fact; its path, never its value. */
export interface FactsIssue {
  /** `claim.amount`; a name that no fact of the question has is `?`, since it could be anything. */
  readonly path: string
  readonly code: "missing" | "unexpected" | "wrong-type" | "out-of-range"
}

/** The facts that were given are not those of the question. */
export class FactsError extends Data.TaggedError("FactsError")<{
  readonly question: string
  /** All of them at once. */
  readonly issues: ReadonlyArray<FactsIssue>
}> {}
