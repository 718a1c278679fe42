import { Data } from "effect"

/** A problem with one fact: its path, never its value. */
export interface FactsIssue {
  /** For example `claim.amount`. A name that the question does not know is `?`, because it could be anything. */
  readonly path: string
  readonly code: "missing" | "unexpected" | "wrong-type" | "out-of-range"
}

/** The given facts do not fit the question. */
export class FactsError extends Data.TaggedError("FactsError")<{
  readonly question: string
  /** All problems at once. */
  readonly issues: ReadonlyArray<FactsIssue>
}> {}
