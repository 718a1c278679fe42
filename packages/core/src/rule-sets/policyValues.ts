import * as Schema from "effect/Schema"
import { mapTable } from "../engine/keysOf.ts"
import { isEntry, schemaOfSheet } from "../policy/PolicySheet.ts"
import type { PolicySheet } from "../policy/PolicySheet.ts"
import { policyEntries, policySheet } from "../questions/policySheet.ts"
import type { PolicyInForce } from "../questions/policySheet.ts"
import type { StateRuleSet } from "./StateRuleSet.ts"

/** A policy value with its unit and source, for people. */
export interface PolicyValue {
  readonly value: unknown
  readonly unit: string
  readonly source: string
}

const isTree = (part: unknown): part is Readonly<Record<string, unknown>> => typeof part === "object" && part !== null

const at = (policy: PolicyInForce, path: string): unknown =>
  path.split(".").reduce<unknown>((part, name) => (isTree(part) ? part[name] : undefined), policy)

/** Returns every value of a rule set with its unit and source, by path: `"logon.pin.digits"`. */
export const policyValues = ({
  policy,
  sources
}: Pick<StateRuleSet, "policy" | "sources">): Readonly<Record<string, PolicyValue>> =>
  Object.fromEntries(
    Object.entries(policyEntries).map(([path, { unit }]) => [
      path,
      { value: at(policy, path), unit, source: sources[path] ?? "" }
    ])
  )

const read = Schema.decodeUnknownSync(schemaOfSheet("PolicyInForce", policySheet))

/** Builds a policy from values by path: the inverse of `policyValues`. Throws if a value is missing or out of bounds. */
export const policyOfValues = (values: Readonly<Record<string, Pick<PolicyValue, "value">>>): PolicyInForce => {
  const partOf = (part: PolicySheet, above: string): unknown =>
    mapTable(part, (inner, name) =>
      isEntry(inner) ? values[`${above}${name}`]?.value : partOf(inner, `${above}${name}.`)
    )
  return read(partOf(policySheet, ""))
}
