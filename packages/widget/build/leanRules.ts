import type { Plugin } from "vite"

/** What a page asks of a rule set; the other questions are the server's alone. */
export const askedByPages: ReadonlyArray<string> = [
  "verification",
  "username",
  "password",
  "secretQuestion",
  "profile",
  "terms"
]

/** What rules and facts say to staff and to the register: no page reads it. */
const forStaff: ReadonlySet<string> = new Set(["title", "cites", "remedies", "label", "show"])

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "start" in value

/** The members of rules and fact sheets that a page can do without, outermost first. */
const proseIn = (node: Node): Node[] => {
  const { key, computed } = node as Node & { readonly key?: { readonly name?: string }; readonly computed?: boolean }
  if (node.type === "Property" && computed !== true && forStaff.has(key?.name ?? "")) return [node]
  return Object.values(node).flatMap((child) =>
    (Array.isArray(child) ? child : [child]).filter(isNode).flatMap(proseIn)
  )
}

/**
 * Takes out of core what a page does not read: what is told to staff, and the questions that are not asked.
 *
 * **Details**
 *
 * `asked` are names of a rule set's questions. What rules decide stays as it is: `tests/parity/chromium.test.ts`.
 */
export const leanRules = (asked: ReadonlyArray<string>): Plugin => ({
  name: "lean-rules",
  enforce: "pre",
  transform(code, id) {
    const file = id.replaceAll("\\", "/")
    if (!file.includes("/core/src/")) return undefined
    if (file.endsWith("/questions/questions.ts")) {
      const imports = code.split("\n").filter((line) => line.startsWith("import {"))
      return { code: `${imports.join("\n")}\nexport const questions = { ${asked.join(", ")} }`, map: null }
    }
    if (!/(?:Rules|Facts)\.ts$/.test(file)) return undefined
    const gaps = proseIn(this.parse(code, { lang: "ts" }) as unknown as Node)
    const kept = gaps.reduceRight(
      (text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ""),
      code
    )
    return { code: kept, map: null }
  }
})
