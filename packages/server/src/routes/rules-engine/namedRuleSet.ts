import { dayOf } from "@mtc-logon/core/decisions"
import { RuleSets } from "@mtc-logon/core/questions"
import type { KeptRuleSet } from "@mtc-logon/core/questions"
import { inForceOn } from "@mtc-logon/core/engine"
import { isDay } from "@mtc-logon/core/rule-sets"
import { DateTime, Effect } from "effect"
import { HttpError } from "../../http/HttpError.ts"

const malformed = (path: string) => new HttpError({ reason: { _tag: "Malformed", paths: [path] } })

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** A name as its id and, behind the first `@`, its hash. */
const partsOf = (name: string): readonly [id: string, hash?: string] => {
  const at = name.indexOf("@")
  return at === -1 ? [name] : [name.slice(0, at), name.slice(at + 1)]
}

/** The rule set that a call names: `id` on a day (today, where none is said), or `id@hash` whatever the day; none of it: ours. */
export interface RuleSetName {
  readonly ruleSet?: string | undefined
  readonly asOf?: string | undefined
}

/**
 * Finds the rule set that a call names; null where there is none.
 *
 * **Details**
 *
 * A day that is none, or that is said beside a hash, is malformed.
 */
export const findRuleSet = Effect.fnUntraced(function* ({ asOf, ruleSet }: RuleSetName) {
  const { all, find, inForce } = yield* RuleSets
  const now = yield* DateTime.now
  const [id, hash] = partsOf(ruleSet ?? (yield* inForce(now)).pin.id)
  if (asOf !== undefined && (hash !== undefined || !isDay(asOf))) return yield* malformed("asOf")
  if (hash !== undefined) return isHash(hash) ? yield* find({ id, hash }) : null
  return inForceOn(all, id, asOf ?? dayOf(now)) ?? null
})

/** The same for a body, where a name that is nobody's is malformed as a member. */
export const namedRuleSet = Effect.fnUntraced(function* (name: RuleSetName, member: string) {
  const found: KeptRuleSet | null = yield* findRuleSet(name)
  return found ?? (yield* malformed(member))
})

/** One of two that are compared: it need not be in force; of a line without a version today, the newest. */
export const comparedRuleSet = Effect.fnUntraced(function* (ruleSet: string, member: string) {
  const { all } = yield* RuleSets
  const found = yield* findRuleSet({ ruleSet })
  return found ?? all.findLast(({ id }) => id === ruleSet) ?? (yield* malformed(member))
})
