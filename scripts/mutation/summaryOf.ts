import { createHash } from "node:crypto"
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"

const root = join(import.meta.dirname, "../..")

const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), "utf8"))

/** A way to break a rule that no test noticed, and why nothing is wrong with that. */
export interface Survivor {
  readonly file: string
  /** The line that it stands on, the code, and what it became. */
  readonly line: string
  readonly code: string
  readonly became: string
  /** One sentence; null: not explained yet. */
  readonly why: string | null
}

/** What a whole run of the mutation tests found: `docs/rules/mutation.json`. */
export interface MutationSummary {
  /** Noticed, of those that could be, in per cent. */
  readonly score: number
  readonly goal: number
  readonly noticed: number
  readonly of: number
  readonly files: Readonly<Record<string, { readonly digest: string; readonly noticed: number; readonly of: number }>>
  readonly survivors: ReadonlyArray<Survivor>
}

interface Place {
  readonly line: number
  readonly column: number
}

interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string
        readonly mutants: ReadonlyArray<{
          readonly status: string
          readonly replacement: string
          readonly location: { readonly start: Place; readonly end: Place }
        }>
      }
    >
  >
}

/** The command that makes the summary. */
export const command = "npx --yes pnpm@12.21.0 mutate"

const config = read("tools/mutation/stryker.config.json") as {
  readonly mutate: ReadonlyArray<string>
  readonly thresholds: { readonly break: number }
}

/** SHA-256 of a file's text, its titles left out: they are said once, when a file is loaded, and no run breaks them. */
export const digestOf = (text: string): string =>
  createHash("sha256")
    .update(text.replaceAll(/^ *title: ".*",$/gmu, ""))
    .digest("hex")

/** The files whose rules are broken. */
export const mutatedFiles = (): ReadonlyArray<string> =>
  config.mutate.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted((a, b) => (a < b ? -1 : 1))

const isNoticed = (status: string): boolean => status === "Killed" || status === "Timeout"
const isCounted = (status: string): boolean => isNoticed(status) || status === "Survived" || status === "NoCoverage"

const codeAt = (source: string, { end, start }: { readonly start: Place; readonly end: Place }): string => {
  const lines = source.split("\n").slice(start.line - 1, end.line)
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1)
  lines[0] = lines[0]!.slice(start.column - 1)
  return lines.map((line) => line.trim()).join(" ")
}

const sourceOf = (file: string): string => readFileSync(join(root, file), "utf8")

/** The files that are not as the last run found them. */
export const changedFiles = (before: MutationSummary): ReadonlyArray<string> =>
  mutatedFiles().filter((file) => before.files[file]?.digest !== digestOf(sourceOf(file)))

/**
 * The summary of Stryker's report. What survives is explained in `tools/mutation/survivors.json`.
 *
 * **Details**
 *
 * `before`: what is kept of the files that the report does not have, since they are as they were.
 */
export const summaryOf = (report: Report, before?: MutationSummary): MutationSummary => {
  const explained = read("tools/mutation/survivors.json") as ReadonlyArray<Survivor>
  const kept = mutatedFiles().filter((file) => !Object.hasOwn(report.files, file))
  const survivors = (before?.survivors ?? []).filter(({ file }) => kept.includes(file))
  const found = Object.entries(report.files).map(([file, { mutants, source }]) => {
    for (const { location, replacement, status } of mutants) {
      if (!isCounted(status) || isNoticed(status)) continue
      const [code, became] = [codeAt(source, location), replacement.replaceAll(/\s+/g, " ")]
      const line = source.split("\n")[location.start.line - 1]!.trim()
      const isThis = (one: Survivor) =>
        one.file === file && one.line === line && one.code === code && one.became === became
      survivors.push({ file, line, code, became, why: explained.find(isThis)?.why ?? null })
    }
    return [
      file,
      {
        digest: digestOf(source),
        noticed: mutants.filter(({ status }) => isNoticed(status)).length,
        of: mutants.filter(({ status }) => isCounted(status)).length
      }
    ] as const
  })
  const ofKept = kept.flatMap((file) => {
    const found = before?.files[file]
    return found === undefined ? [] : [[file, found] as const]
  })
  const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)
  const files = Object.fromEntries([...ofKept, ...found].toSorted(byName))
  const sum = (key: "noticed" | "of") => Object.values(files).reduce((all, file) => all + file[key], 0)
  return {
    score: Number(((sum("noticed") / sum("of")) * 100).toFixed(2)),
    goal: config.thresholds.break,
    noticed: sum("noticed"),
    of: sum("of"),
    files,
    survivors: survivors.toSorted((a, b) => byName([a.file, a], [b.file, b]))
  }
}
