import { ZenEngine } from "@gorules/zen-engine"
import type { Facts } from "./cases.ts"
import { derived, refusals } from "./derived.ts"

const operators = { equal: "==", notEqual: "!=", greaterThanInclusive: ">=", lessThanInclusive: "<=" }
const literal = (value: string | number | boolean) => (typeof value === "string" ? `"${value}"` : String(value))

/** The question as one expression of zen-engine. */
export const zenDecision = async (): Promise<(facts: Facts) => Promise<string>> => {
  const said = refusals.reduceRight(
    (rest, [id, all]) =>
      `${all.map(([fact, operator, value]) => `${fact} ${operators[operator]} ${literal(value)}`).join(" and ")} ? "${id}" : (${rest})`,
    '"Accepted"'
  )
  const node = (id: string, type: string, content?: object) => ({
    id,
    name: id,
    type,
    position: { x: 0, y: 0 },
    ...(content && { content })
  })
  const graph = {
    nodes: [
      node("in", "inputNode"),
      node("rules", "expressionNode", { expressions: [{ id: "said", key: "said", value: said }] }),
      node("out", "outputNode")
    ],
    edges: [
      { id: "1", sourceId: "in", targetId: "rules", type: "edge" },
      { id: "2", sourceId: "rules", targetId: "out", type: "edge" }
    ]
  }
  const decision = new ZenEngine().createDecision(graph)
  return async (facts) => {
    const { result } = (await decision.evaluate(derived(facts))) as { result: { said: string } }
    return result.said
  }
}
