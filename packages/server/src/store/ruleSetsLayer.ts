import { RuleSets } from "@mtc-logon/core/decisions"
import { hashOf, inForceOn } from "@mtc-logon/core/engine"
import { ruleSets, withBlocklist, withIdRanges } from "@mtc-logon/core/rule-sets"
import { DateTime, Effect, Layer } from "effect"
import { ServerConfig } from "../ServerConfig.ts"

/** Days are the Department's. @rule R-44 */
const dayOf = (at: DateTime.Utc) => DateTime.formatIsoDate(DateTime.setZoneNamedUnsafe(at, "America/New_York"))

/**
 * The rule sets that come with core, under the settings of this house: its line, its ID ranges, its blocklist.
 *
 * **Details**
 *
 * Hashed once, here: a draft is pinned to what the house says, not to what core says.
 */
export const ruleSetsLayer = Layer.effect(
  RuleSets,
  Effect.gen(function* () {
    const { blocklistRefuses, idRanges, ruleSet: line } = yield* ServerConfig
    const ours = yield* Effect.forEach(ruleSets, (shipped) =>
      Effect.promise(async () => {
        const ruleSet = withBlocklist(withIdRanges(shipped, idRanges), blocklistRefuses ? "refusal" : "warning")
        return { ...ruleSet, pin: { id: ruleSet.id, hash: await hashOf(ruleSet) } }
      })
    )
    return RuleSets.of({
      inForce: (at, pinned) =>
        Effect.suspend(() => {
          const found =
            pinned === undefined ? inForceOn(ours, line, dayOf(at)) : ours.find(({ pin }) => pin.hash === pinned.hash)
          return found === undefined
            ? Effect.die(new Error(`No version of the rule set ${pinned?.id ?? line} is in force`))
            : Effect.succeed(found)
        })
    })
  })
)
