import type { SourceFile } from "./SourceFile.ts"

/** Modules of core that are page-safe as a whole. */
const sunnyModules = ["engine", "journey", "wording"]

const sunnyName = /(?:Rules|Facts)$|^(?:is|parse|format|mask)[A-Z]/

/** Whether a file of core is page-safe by its folder, its name, or because it is its module's door for pages. */
export const isSunnyByName = ({ package: name, inside, name: file }: SourceFile): boolean => {
  const [module = "", first = ""] = inside.split("/")
  return (
    name === "core" &&
    module !== "testing" &&
    (sunnyModules.includes(module) || first === "rules.ts" || sunnyName.test(file))
  )
}

/**
 * The page-safe files: those by name, what a module's `rules.ts` gives to pages, and all that these run.
 *
 * **Details**
 *
 * A page gets every one of them, so none may import from npm at run time.
 */
export const sunnyFiles = (sources: ReadonlyArray<SourceFile>): ReadonlySet<string> => {
  const byPath = new Map(sources.map((file) => [file.path, file]))
  const sunny = new Set<string>()
  const add = (file: SourceFile | undefined): void => {
    if (file === undefined || file.package !== "core" || sunny.has(file.path)) return
    sunny.add(file.path)
    for (const { file: path, typeOnly } of file.arrows) if (!typeOnly && path !== null) add(byPath.get(path))
  }
  for (const file of sources) if (isSunnyByName(file)) add(file)
  return sunny
}

/** Whether nothing of a file runs: it holds types only. */
export const isTypesOnly = ({ arrows, exports }: SourceFile): boolean =>
  arrows.every(({ typeOnly }) => typeOnly) && exports.every(({ entries }) => entries.every(({ isType }) => isType))
