import { RuleSets } from "@mtc-logon/core/decisions"
import type { KeptRuleSet } from "@mtc-logon/core/decisions"
import { inForceOn } from "@mtc-logon/core/engine"
import { DateTime, Effect, Option } from "effect"
import { HttpError } from "../../http/HttpError.ts"

const malformed = (path: string) => new HttpError({ reason: { _tag: "Malformed", paths: [path] } })

/** Whether a text is a day of the calendar, ISO 8601. */
const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = DateTime.make(text)
  return Option.isSome(at) && DateTime.formatIsoDate(at.value) === text
}

const dayNow = Effect.map(DateTime.now, (now) =>
  DateTime.formatIsoDate(DateTime.setZoneNamedUnsafe(now, "America/New_York"))
)

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
  const [id, hash] = ruleSet?.split("@") ?? [(yield* inForce(yield* DateTime.now)).pin.id]
  if (asOf !== undefined && (hash !== undefined || !isDay(asOf))) return yield* malformed("asOf")
  if (hash !== undefined) return yield* find({ id: id!, hash })
  return inForceOn(all, id!, asOf ?? (yield* dayNow)) ?? null
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
