import type { SourceFile } from "./SourceFile.ts"
import { isTypeNode, walk } from "./walk.ts"

/** Texts of a file that are shaped like an id of a sentence: `issue.id-malformed`, with a first word that wording has. */
export const messageIds = (file: SourceFile, firstWords: ReadonlySet<string>): ReadonlyArray<string> => {
  const found: Array<string> = []
  walk(file.program, (node, _, member) => {
    const { key } = node as unknown as { key?: { name?: string } }
    // `reads` and the tables of facts name facts.
    if (isTypeNode(node) || member === "key" || (node.type === "Property" && key?.name === "reads")) return false
    if (node.type !== "Literal" || typeof node.value !== "string") return true
    const [first = "", ...rest] = node.value.split(".")
    if (rest.length > 0 && firstWords.has(first) && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(node.value))
      found.push(node.value)
    return true
  })
  return found
}
