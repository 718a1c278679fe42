import type { SourceFile } from "./SourceFile.ts"

/** Every set of files that import each other, by type or at run time (Tarjan's strongly connected components). */
export const cyclesOf = (sources: ReadonlyArray<SourceFile>): ReadonlyArray<ReadonlyArray<string>> => {
  const byPath = new Map(sources.map((file) => [file.path, file]))
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: Array<string> = []
  const cycles: Array<ReadonlyArray<string>> = []

  const visit = (path: string): void => {
    index.set(path, index.size)
    low.set(path, index.get(path) ?? 0)
    stack.push(path)
    for (const { file } of byPath.get(path)?.arrows ?? []) {
      if (file === null || !byPath.has(file)) continue
      if (!index.has(file)) visit(file)
      else if (!stack.includes(file)) continue
      low.set(path, Math.min(low.get(path) ?? 0, low.get(file) ?? 0))
    }
    if (low.get(path) !== index.get(path)) return
    const together = stack.splice(stack.indexOf(path))
    if (together.length > 1) cycles.push(together)
  }
  for (const { path } of sources) if (!index.has(path)) visit(path)
  return cycles
}
