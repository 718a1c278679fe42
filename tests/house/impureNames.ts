import type { Program } from "oxc-parser"
import { isTypeNode, walk } from "./walk.ts"

/** What a pure program has no business with; time, randomness and the rest come through Effect's services. */
const impure = new Set([
  "Date",
  "console",
  "process",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "fetch",
  "XMLHttpRequest",
  "performance",
  "globalThis",
  "window",
  "document",
  "navigator",
  "localStorage",
  "sessionStorage",
  "Buffer",
  "require"
])

/** Names of the surroundings that a file reads, with their lines. */
export const impureNames = (program: Program): ReadonlyArray<string> => {
  const found: Array<string> = []
  walk(program, (node, [parent], member) => {
    if (isTypeNode(node)) return false
    const property =
      (member === "property" && parent?.computed === false) || (member === "key" && parent?.computed !== true)
    if (node.type === "Identifier" && !property && impure.has(String(node.name))) found.push(String(node.name))
    if (node.type === "MemberExpression") {
      const { object, property: name } = node as unknown as { object: { name?: string }; property: { name?: string } }
      if (object.name === "Math" && name.name === "random") found.push("Math.random")
      // Web Crypto's digest is a function of its argument; the rest of it is randomness and keys.
      if (object.name === "crypto" && name.name !== "subtle") found.push("crypto")
    }
    return true
  })
  return found
}
