import * as Schema from "effect/Schema"
import type { PolicyInForce } from "../questions/PolicyInForce.ts"
import { policySheet } from "./policySheet.ts"
import type { PolicyEntry } from "./policySheet.ts"

interface Branch {
  readonly [name: string]: Branch | PolicyEntry
}

const isEntry = (part: Branch | PolicyEntry): part is PolicyEntry => Object.hasOwn(part, "schema")

const branch = (): Branch => {
  const root: Record<string, Branch | PolicyEntry> = {}
  for (const [path, entry] of Object.entries(policySheet)) {
    const names = path.split(".")
    const last = names.pop()!
    let part = root
    for (const name of names) part = (part[name] ??= {}) as Record<string, Branch | PolicyEntry>
    part[last] = entry
  }
  return root
}

const schemaOfPart = (part: Branch | PolicyEntry): Schema.Top =>
  isEntry(part)
    ? (part.schema as unknown as Schema.Top).annotate({
        description: `${part.label}; ${part.unit}: ${part.description}`
      })
    : Schema.Struct(Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, schemaOfPart(inner)])))

/** A policy in JSON. It is built from the policy sheet, which describes each value once. */
export const policySchema = schemaOfPart(branch()).annotate({
  identifier: "PolicyInForce"
}) as unknown as Schema.Codec<PolicyInForce>
