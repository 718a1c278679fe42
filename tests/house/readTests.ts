import { globSync, readFileSync } from "node:fs"
import { join, relative, sep } from "node:path"
import { parseSync } from "oxc-parser"
import { root } from "./readSources.ts"
import { walk } from "./walk.ts"
import type { AnyNode } from "./walk.ts"

/** The name of a test or a suite, as written: `$outcome` and `%s` are still in it. */
export interface TestName {
  readonly path: string
  readonly kind: "suite" | "test"
  readonly name: string
}

const suites = new Set(["describe", "layer"])
const tests = new Set(["test", "it", "prop"])

/** The first word of what is called: `test` of `test.each([...])`, `it` of `it.effect.prop`. */
const headOf = (callee: unknown): string => {
  let at = callee as AnyNode & { callee?: AnyNode; object?: AnyNode; tag?: AnyNode; name?: string }
  while (at.type !== "Identifier") {
    const next = at.object ?? at.callee ?? at.tag
    if (next === undefined) return ""
    at = next
  }
  return at.name ?? ""
}

const textOf = (node: unknown): string | null => {
  const { type, value, quasis } = (node ?? {}) as {
    type?: string
    value?: unknown
    quasis?: ReadonlyArray<{ value: { cooked: string | null } }>
  }
  if (type === "Literal" && typeof value === "string") return value
  if (type === "TemplateLiteral") return quasis?.map((quasi) => quasi.value.cooked ?? "").join("${}") ?? null
  return null
}

const files = (): ReadonlyArray<string> =>
  ["packages/*/test/**/*.test.{ts,tsx}", "tests/**/*.test.ts", "apps/*/test/**/*.test.ts"]
    .flatMap((pattern) => globSync(join(root, pattern), { exclude: (name) => name === "node_modules" }))
    .map((path) => relative(root, path).split(sep).join("/"))
    .filter((path) => !path.includes("node_modules/"))
    .toSorted()

/** The names of all tests and suites, read from their sources. */
export const readTests = (): ReadonlyArray<TestName> => {
  const names: Array<TestName> = []
  for (const path of files()) {
    walk(parseSync(path, readFileSync(join(root, path), "utf8")).program, (node) => {
      if (node.type !== "CallExpression") return
      const { callee, arguments: [first] = [] } = node as unknown as {
        callee: unknown
        arguments?: ReadonlyArray<unknown>
      }
      const head = headOf(callee)
      const name = textOf(first)
      if (name === null || !(suites.has(head) || tests.has(head))) return
      names.push({ path, kind: suites.has(head) ? "suite" : "test", name })
    })
  }
  return names
}
