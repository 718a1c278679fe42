import { existsSync, globSync, readFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { describe, expect, test } from "vitest"
import { root } from "./house/readSources.ts"

const documents = ["*.md", "docs/**/*.md", "packages/*/*.md", "apps/*/*.md"]
  .flatMap((pattern) => globSync(pattern, { cwd: root, exclude: (name) => name === "node_modules" }))
  .filter((path) => !path.endsWith("CHANGELOG.md"))
  .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))

const missing = (from: string, targets: ReadonlyArray<string>): ReadonlyArray<string> =>
  targets.filter((target) => !existsSync(join(root, target))).map((target) => `${from}: ${target}`)

describe("the documents", () => {
  test("link only to files that exist", () => {
    const wrong = documents.flatMap(({ path, text }) => {
      const links = Array.from(text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g), ([, link = ""]) => link)
      return missing(
        path,
        links.map((link) => join(dirname(path), link))
      )
    })
    expect(wrong).toEqual([])
  })

  test("name models of code that exist", () => {
    const text = readFileSync(join(root, "AGENTS.md"), "utf8")
    const named = Array.from(
      text.matchAll(/`((?:packages|tests|docs|scripts)\/[\w./-]+\.\w+)`/g),
      ([, path = ""]) => path
    )
    expect(named.length).toBeGreaterThan(5)
    expect(missing("AGENTS.md", named)).toEqual([])
  })

  test("name scripts of package.json that exist", () => {
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>
    }
    const wrong = documents.flatMap(({ path, text }) =>
      Array.from(text.matchAll(/npx --yes pnpm@12\.21\.0 (?!exec|install|-|<)([\w:]+)/g), ([, script = ""]) => script)
        .filter((script) => scripts[script] === undefined)
        .map((script) => `${path}: ${script}`)
    )
    expect(wrong).toEqual([])
  })

  test("tell every module of core, each in the table of its README", () => {
    const readme = readFileSync(join(root, "packages/core/README.md"), "utf8")
    const rows = readme.split("\n").filter((line) => line.startsWith("| `"))
    const modules = globSync("packages/core/src/*/index.ts", { cwd: root }).map((file) => basename(dirname(file)))
    expect(modules.length).toBeGreaterThan(10)
    expect(modules.filter((module) => !rows.some((row) => new RegExp(`/${module}[ \`]`).test(row)))).toEqual([])
  })

  test("stand alone: no path of anybody's machine is in them", () => {
    const outside = /\/(?:work|tmp|home|Users|root)\/|\.\.\/shared/
    expect(documents.filter(({ text }) => outside.test(text)).map(({ path }) => path)).toEqual([])
  })
})

describe("the records of decisions", () => {
  const records = documents.filter(({ path }) => path.startsWith("docs/adr/"))

  test("are numbered without a gap, and each has status, context, decision and options", () => {
    const numbers = records.map(({ path }) => Number(/(\d{4})-/.exec(path)?.[1])).toSorted((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    const parts = [
      /^Status: (?:proposed|accepted|superseded by \d{4})$/m,
      /^## Context$/m,
      /^## Decision$/m,
      /^## Options/m
    ]
    expect(records.filter(({ text }) => !parts.every((part) => part.test(text))).map(({ path }) => path)).toEqual([])
  })

  test("are no longer than a page", () => {
    expect(records.filter(({ text }) => text.split(/\s+/).length > 500).map(({ path }) => path)).toEqual([])
  })

  test("that the code names exist", () => {
    const known = new Set(records.map(({ path }) => /(\d{4})-/.exec(path)?.[1]))
    const named = globSync("packages/*/src/**/*.{ts,tsx}", { cwd: root }).flatMap((path) =>
      Array.from(readFileSync(join(root, path), "utf8").matchAll(/@adr (\d{4})/g), ([, number]) => ({ path, number }))
    )
    expect(named.filter(({ number }) => !known.has(number))).toEqual([])
  })
})
