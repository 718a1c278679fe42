import type { SourceFile } from "./SourceFile.ts"
import { walk } from "./walk.ts"
import type { AnyNode } from "./walk.ts"

const isCast = ({ type, typeAnnotation }: AnyNode): boolean => {
  const to = typeAnnotation as AnyNode | undefined
  const name = to?.["typeName"] as { readonly name?: string } | undefined
  return type === "TSAsExpression" && !(to?.type === "TSTypeReference" && name?.name === "const")
}

/** The lines of a file on which `as` overrules the compiler. `as unknown as X` is one cast; `as const` is none. */
export const castsOf = (file: SourceFile): ReadonlyArray<number> => {
  const lines: Array<number> = []
  walk(file.program, (node, [parent]) => {
    if (isCast(node) && !(parent !== undefined && isCast(parent)))
      lines.push(file.text.slice(0, node.start).split("\n").length)
  })
  return lines
}
