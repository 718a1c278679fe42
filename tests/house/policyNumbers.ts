import type { SourceFile } from "./SourceFile.ts"
import { isTypeNode, walk } from "./walk.ts"

/** Numbers that some policy of ours has as a value. */
const numbers = new Set([3, 5, 10, 15, 20, 21, 24, 30, 90])

/** Members in which a number is no policy: where the source says something. */
const citations = /^(?:cites|line)$/

/** Numbers of policies that stand in the code of rules. */
export const policyNumbers = (file: SourceFile): ReadonlyArray<string> => {
  const found: Array<string> = []
  walk(file.program, (node) => {
    if (isTypeNode(node)) return false
    const { key } = node as unknown as { key?: { name?: string } }
    if (node.type === "Property" && citations.test(key?.name ?? "")) return false
    if (node.type === "Literal" && numbers.has(Number(node.value)) && typeof node.value === "number")
      found.push(String(node.value))
    return true
  })
  return found
}
