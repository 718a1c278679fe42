/** A node of the syntax tree, whatever its kind. */
export interface AnyNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [member: string]: unknown
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"

/** The nodes right below, each with the member that holds it. */
const below = (node: AnyNode): ReadonlyArray<readonly [string, AnyNode]> =>
  Object.entries(node).flatMap(([member, value]) =>
    member === "parent"
      ? []
      : (Array.isArray(value) ? value : [value]).filter(isNode).map((child) => [member, child] as const)
  )

/**
 * Calls `visit` for every node, top down, with the nodes above it (nearest first). What returns false is not entered.
 */
export const walk = (
  node: unknown,
  visit: (node: AnyNode, above: ReadonlyArray<AnyNode>, member: string) => boolean | void
): void => {
  const go = (at: AnyNode, above: ReadonlyArray<AnyNode>, member: string): void => {
    if (visit(at, above, member) === false) return
    const next = [at, ...above]
    for (const [name, child] of below(at)) go(child, next, name)
  }
  if (isNode(node)) go(node, [], "")
}

/** Whether a node is a type: it vanishes, so nothing in it runs. */
export const isTypeNode = ({ type }: AnyNode): boolean =>
  type.startsWith("TS") &&
  !["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression", "TSInstantiationExpression"].includes(type)
