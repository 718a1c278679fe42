import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { loadRuleSet } from "@mtc-logon/core/rule-sets"
import type { StateRuleSet } from "@mtc-logon/core/rule-sets"
import { Data, Effect, Result } from "effect"

/** The rule sets of a folder cannot be used: nothing of them is, and the server does not start. */
export class RuleSetDirError extends Data.TaggedError("RuleSetDirError")<{
  /** Which setting, which file of it, and what is wrong where. */
  readonly problems: ReadonlyArray<string>
}> {
  override get message() {
    return this.problems.join("\n")
  }
}

const linesIn = (folder: string, file: string): Result.Result<ReadonlyArray<StateRuleSet>, ReadonlyArray<string>> =>
  Result.mapError(loadRuleSet(readFileSync(join(folder, file), "utf8")), ({ problems }) =>
    problems.map(({ description, path }) => ["RULESET_DIR", file, path, description].filter(Boolean).join(" "))
  )

/**
 * The rule sets of a folder: every `*.json` of it that is no analysis, by name.
 *
 * **Details**
 *
 * All problems of all files are told at once. Two files of one line are a problem too.
 */
export const readRuleSetDir = (folder: string): Effect.Effect<ReadonlyArray<StateRuleSet>, RuleSetDirError> =>
  Effect.suspend(() => {
    let files: ReadonlyArray<string>
    try {
      files = readdirSync(folder)
        .filter((file) => file.endsWith(".json") && !file.endsWith(".analysis.json"))
        .toSorted()
    } catch {
      return Effect.fail(new RuleSetDirError({ problems: ["RULESET_DIR must name a folder that can be read"] }))
    }
    const read = files.map((file) => ({ file, lines: linesIn(folder, file) }))
    const good = read.flatMap(({ file, lines }) => (Result.isSuccess(lines) ? [{ file, versions: lines.success }] : []))
    const twice = good.filter(({ versions }, at) =>
      good.slice(0, at).some((before) => before.versions[0]!.id === versions[0]!.id)
    )
    const problems = [
      ...read.flatMap(({ lines }) => (Result.isFailure(lines) ? lines.failure : [])),
      ...twice.map(({ file, versions }) => `RULESET_DIR ${file} id: ${versions[0]!.id}`)
    ]
    return problems.length > 0
      ? Effect.fail(new RuleSetDirError({ problems }))
      : Effect.succeed(good.flatMap(({ versions }) => versions))
  })
