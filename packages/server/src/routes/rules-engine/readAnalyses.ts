import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { RuleSetAnalysis } from "@mtc-logon/core/contract"
import { Data } from "effect"
import * as Schema from "effect/Schema"

/** An analysis that was made before, and the digest of its file. */
export interface MadeAnalysis {
  readonly analysis: typeof RuleSetAnalysis.Type
  readonly digest: string
}

/** An analysis in the folder of rule sets cannot be read: the server does not start. */
export class AnalysisFileError extends Data.TaggedError("AnalysisFileError")<{ readonly message: string }> {}

const shipped = fileURLToPath(new URL("analyses/", import.meta.url))

const decode = Schema.decodeUnknownSync(Schema.Union([RuleSetAnalysis, Schema.Array(RuleSetAnalysis)]))

const analysesIn = (folder: string, file: string): ReadonlyArray<readonly [hash: string, made: MadeAnalysis]> => {
  const text = readFileSync(join(folder, file), "utf8")
  const digest = createHash("sha256").update(text).digest("hex")
  return [decode(JSON.parse(text))].flat().map((analysis) => [analysis.of.hash, { analysis, digest }])
}

/** As `analysesIn`, of a file that somebody put there. */
const givenIn = (folder: string, file: string) => {
  try {
    return analysesIn(folder, file)
  } catch {
    throw new AnalysisFileError({
      message: `RULESET_DIR ${file} is not an analysis. Create it again with the analysis command, or remove it.`
    })
  }
}

/**
 * The analyses that ship with the server, and those that stand beside the rule sets of a folder, by the hash of the rule set
 * that they are of.
 *
 * **Gotchas**
 *
 * `scripts/analysis.ts` makes the files. Nothing is analysed in a serving process: `decide` would be slower for good.
 */
export const readAnalyses = (ruleSetDir: string | undefined): ReadonlyMap<string, MadeAnalysis> => {
  const ours = readdirSync(shipped).filter((file) => file.endsWith(".json"))
  const given =
    ruleSetDir === undefined ? [] : readdirSync(ruleSetDir).filter((file) => file.endsWith(".analysis.json"))
  return new Map([
    ...ours.flatMap((file) => analysesIn(shipped, file)),
    ...given.flatMap((file) => givenIn(ruleSetDir!, file))
  ])
}
