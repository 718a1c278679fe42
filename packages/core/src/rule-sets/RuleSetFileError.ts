import { Data } from "effect"

/** One thing that is wrong with a rule-set file. */
export interface RuleSetFileProblem {
  /** Where in the file: `versions.0.values.logon.pin.digits`. */
  readonly path: string
  /** What is wrong and how to mend it, for somebody who is no programmer. */
  readonly description: string
}

/** A rule-set file that was not loaded: nothing of it was. */
export class RuleSetFileError extends Data.TaggedError("RuleSetFileError")<{
  readonly problems: ReadonlyArray<RuleSetFileProblem>
}> {
  override get message(): string {
    return this.problems
      .map(({ description, path }) => (path === "" ? description : `${path}: ${description}`))
      .join("\n")
  }
}
