import { Effect } from "effect"
import { dayOf } from "../../decisions/dayOf.ts"
import { RuleSets } from "../../questions/RuleSets.ts"
import { hashOf, inForceOn } from "../../engine/RuleSet.ts"
import type { StateRuleSet } from "../../rule-sets/StateRuleSet.ts"

/** These versions of one line of rule sets, in force by their days in America/New_York. */
export const memoryRuleSets = Effect.fnUntraced(function* (versions: ReadonlyArray<StateRuleSet>) {
  const pinned = yield* Effect.forEach(versions, (version) =>
    Effect.promise(async () => {
      const pin = { id: version.id, hash: await hashOf(version) }
      return { ...version, pin, madeOf: { pin, changes: [] } }
    })
  )
  return RuleSets.of({
    all: pinned,
    find: ({ hash }) => Effect.succeed(pinned.find(({ pin }) => pin.hash === hash) ?? null),
    inForce: (at, pin) =>
      Effect.suspend(() => {
        const day = dayOf(at)
        const kept = pinned.find((version) => version.pin.hash === pin?.hash)
        const found = kept ?? inForceOn(pinned, pinned[0]?.id ?? "", day)
        return found === undefined ? Effect.die(new Error(`No rule set is in force on ${day}`)) : Effect.succeed(found)
      })
  })
})
