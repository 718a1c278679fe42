import { existsSync, globSync, readFileSync } from "node:fs"
import { basename, dirname, join, relative, sep } from "node:path"
import { parseSync } from "oxc-parser"
import type { Arrow, SourceFile } from "./SourceFile.ts"
import { walk } from "./walk.ts"

/** The root folder of the workspace. */
export const root = join(import.meta.dirname, "../..")

const folders = { core: "packages/core", widget: "packages/widget", server: "packages/server", demo: "apps/demo" }

const slashes = (path: string): string => path.split(sep).join("/")

/** The source that `@mtc-logon/core/money` or `@mtc-logon/widget/files` names, by the `source` condition of its package. */
const sourceOf = (specifier: string): string | null => {
  const [, name = "", sub = ""] = /^@mtc-logon\/([^/]+)\/?(.*)$/.exec(specifier) ?? []
  const folder = folders[name as keyof typeof folders]
  if (folder === undefined) return null
  const { exports } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
    exports?: Record<string, { source?: string } | string>
  }
  for (const [key, target] of Object.entries(exports ?? {})) {
    const pattern = new RegExp(`^${key.replaceAll(".", "\\.").replace("*", "(.+)")}$`)
    const match = pattern.exec(sub === "" ? "." : `./${sub}`)
    const source = typeof target === "string" ? target : target.source
    if (match === null || source === undefined) continue
    return slashes(join(folder, source.replace("*", match[1] ?? "")))
  }
  return null
}

const fileOf = (from: string, specifier: string): string | null =>
  specifier.startsWith(".") ? slashes(join(dirname(from), specifier)) : sourceOf(specifier)

const read = (packageName: string, folder: string, path: string): SourceFile => {
  const text = readFileSync(join(root, path), "utf8")
  const { program, module, errors } = parseSync(path, text)
  const [error] = errors
  if (error !== undefined) throw new Error(`${path}: ${error.message}`)

  const arrows: Array<Arrow> = []
  const arrow = (specifier: string, typeOnly: boolean, dynamic = false) =>
    arrows.push({ specifier, file: fileOf(path, specifier), typeOnly, dynamic })
  for (const { moduleRequest, entries } of module.staticImports) {
    arrow(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType))
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) if (moduleRequest) arrow(moduleRequest.value, isType)
  }
  walk(program, (node) => {
    const source = (node.source ?? node.argument) as { value?: unknown; literal?: { value?: unknown } } | null
    const specifier = source?.value ?? source?.literal?.value
    if (typeof specifier !== "string") return
    if (node.type === "ImportExpression") arrow(specifier, false, true)
    if (node.type === "TSImportType") arrow(specifier, true)
  })

  return {
    path,
    package: packageName,
    inside: path.slice(`${folder}/src/`.length),
    name: basename(path).replace(/\.[^.]+$/, ""),
    text,
    lines: text.trimEnd().split("\n").length,
    program,
    exports: module.staticExports,
    arrows
  }
}

/** Every source file of the packages and the demo, tests aside. */
export const readSources = (): ReadonlyArray<SourceFile> =>
  Object.entries(folders).flatMap(([name, folder]) =>
    existsSync(join(root, folder, "src"))
      ? globSync(join(root, folder, "src/**/*.{ts,tsx}"))
          .map((path) => slashes(relative(root, path)))
          .filter((path) => !path.endsWith(".d.ts"))
          .toSorted()
          .map((path) => read(name, folder, path))
      : []
  )
