import { Data } from "effect"

/** One problem with a rule-set file. */
export interface RuleSetFileProblem {
  /** Where in the file: `versions.0.values.logon.pin.digits`. */
  readonly path: string
  /** What is wrong and how to fix it, for a reader who does not program. */
  readonly description: string
}

/** The rule-set file has problems; nothing of it was loaded. */
export class RuleSetFileError extends Data.TaggedError("RuleSetFileError")<{
  readonly problems: ReadonlyArray<RuleSetFileProblem>
}> {
  override get message(): string {
    return this.problems
      .map(({ description, path }) => (path === "" ? description : `${path}: ${description}`))
      .join("\n")
  }
}
