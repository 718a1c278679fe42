import type { PolicyInForce } from "../questions/PolicyInForce.ts"
import { policySheet } from "./policySheet.ts"
import type { StateRuleSet } from "./StateRuleSet.ts"

/** A policy value with its unit and source, for people. */
export interface PolicyValue {
  readonly value: unknown
  readonly unit: string
  readonly source: string
}

type Tree = { readonly [name: string]: unknown }

const at = (policy: PolicyInForce, path: string): unknown =>
  path.split(".").reduce<unknown>((part, name) => (part as Tree | undefined)?.[name], policy)

/** Returns every value of a rule set with its unit and source, by path: `"logon.pin.digits"`. */
export const policyValues = ({
  policy,
  sources
}: Pick<StateRuleSet, "policy" | "sources">): Readonly<Record<string, PolicyValue>> =>
  Object.fromEntries(
    Object.entries(policySheet).map(([path, { unit }]) => [
      path,
      { value: at(policy, path), unit, source: sources[path] ?? "" }
    ])
  )

/** Builds a policy from values by path: the inverse of `policyValues`. */
export const policyOfValues = (values: Readonly<Record<string, Pick<PolicyValue, "value">>>): PolicyInForce => {
  const policy: Record<string, unknown> = {}
  for (const [path, { value }] of Object.entries(values)) {
    const names = path.split(".")
    const last = names.pop()!
    let part = policy
    for (const name of names) part = (part[name] ??= {}) as Record<string, unknown>
    part[last] = value
  }
  return policy as unknown as PolicyInForce
}
