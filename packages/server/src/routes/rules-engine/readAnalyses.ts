import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import * as Schema from "effect/Schema"
import { RuleSetAnalysis } from "./AnalysisView.ts"

/** An analysis that ships, and the digest of its file. */
export interface ShippedAnalysis {
  readonly analysis: typeof RuleSetAnalysis.Type
  readonly digest: string
}

const folder = new URL("analyses/", import.meta.url)

const decode = Schema.decodeUnknownSync(RuleSetAnalysis)

/**
 * The analyses that ship with the server, by the hash of the rule set that they are of.
 *
 * **Gotchas**
 *
 * `scripts/analysis.ts` makes the files. Nothing is analysed in a serving process: `decide` would be slower for good.
 */
export const readAnalyses = (): ReadonlyMap<string, ShippedAnalysis> =>
  new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .map((file) => {
        const text = readFileSync(new URL(file, folder), "utf8")
        const analysis = decode(JSON.parse(text))
        return [analysis.of.hash, { analysis, digest: createHash("sha256").update(text).digest("hex") }]
      })
  )
