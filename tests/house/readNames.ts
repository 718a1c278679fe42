import type { SourceFile } from "./SourceFile.ts"
import type { AnyNode } from "./walk.ts"
import { isTypeNode, walk } from "./walk.ts"

const nameOf = (node: unknown): string => (node as { readonly name?: string } | undefined)?.name ?? ""

/** The members that a file reads when it runs: `policy.retention`, `{ retention }` where a value is taken apart, `sentences[]` where a key is worked out. */
export const readNames = ({ program }: SourceFile): ReadonlySet<string> => {
  const names = new Set<string>()
  walk(program, (node: AnyNode) => {
    if (isTypeNode(node)) return false
    if (node.type === "MemberExpression" && node["computed"] === false) names.add(nameOf(node["property"]))
    if (node.type === "MemberExpression" && node["computed"] === true) {
      const { name, property } = node["object"] as { readonly name?: string; readonly property?: unknown }
      names.add(`${name ?? nameOf(property)}[]`)
    }
    if (node.type === "ObjectPattern")
      for (const { key } of node["properties"] as ReadonlyArray<{ readonly key?: unknown }>) names.add(nameOf(key))
    return true
  })
  return names
}
