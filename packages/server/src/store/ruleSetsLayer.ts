import { RuleSets } from "@mtc-logon/core/decisions"
import type { KeptRuleSet, RuleSetPin } from "@mtc-logon/core/decisions"
import { diff, hashOf, inForceOn } from "@mtc-logon/core/engine"
import { loadVersion, ruleSets, versionToFile, withBlocklist, withIdRanges } from "@mtc-logon/core/rule-sets"
import type { StateRuleSet } from "@mtc-logon/core/rule-sets"
import { eq } from "drizzle-orm"
import { DateTime, Effect, Layer, Result } from "effect"
import { Database } from "../database/Database.ts"
import { ruleSetTable } from "../database/ruleSetTable.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { readRuleSetDir, RuleSetDirError } from "./readRuleSetDir.ts"

/** Days are the Department's. @rule R-44 */
const dayOf = (at: DateTime.Utc) => DateTime.formatIsoDate(DateTime.setZoneNamedUnsafe(at, "America/New_York"))

const pinOf = async (ruleSet: StateRuleSet): Promise<RuleSetPin> => ({ id: ruleSet.id, hash: await hashOf(ruleSet) })

/**
 * The rule sets that come with core and those of the folder, under the settings of this house: its line, its ID ranges,
 * its blocklist.
 *
 * **Details**
 *
 * Hashed once, here: a draft is pinned to what the house says, not to what core says. Each is kept by its hash, so that what
 * is pinned to it outlives its file.
 *
 * **Gotchas**
 *
 * Another process of the house may have a newer file: a hash that this one does not know is looked up in the database.
 *
 * @adr 0017
 */
export const ruleSetsLayer = Layer.effect(
  RuleSets,
  Effect.gen(function* () {
    const { run } = yield* Database
    const { blocklistRefuses, idRanges, ruleSet: line, ruleSetDir } = yield* ServerConfig
    const ofFiles = ruleSetDir === undefined ? [] : yield* readRuleSetDir(ruleSetDir)
    const shipped = ruleSets.filter(({ id }) => !ofFiles.some((file) => file.id === id))
    const ours = yield* Effect.forEach([...shipped, ...ofFiles], (base) =>
      Effect.promise(async () => {
        const ruleSet = withBlocklist(withIdRanges(base, idRanges), blocklistRefuses ? "refusal" : "warning")
        const changes = diff(base.policy, ruleSet.policy)
        return { ...ruleSet, pin: await pinOf(ruleSet), madeOf: { pin: await pinOf(base), changes } }
      })
    )
    if (!ours.some(({ id }) => id === line)) {
      return yield* new RuleSetDirError({ problems: ["RULESET names no rule set that ships or is in RULESET_DIR"] })
    }
    const keptAt = DateTime.toDateUtc(yield* DateTime.now)
    const rows = ours.map((ruleSet) => ({
      hash: ruleSet.pin.hash,
      id: ruleSet.id,
      said: versionToFile(ruleSet),
      madeOf: ruleSet.madeOf.pin.hash,
      changes: [...ruleSet.madeOf.changes],
      keptAt
    }))
    yield* run((db) => db.insert(ruleSetTable).values(rows).onConflictDoNothing())

    const known = new Map<string, KeptRuleSet>(ours.map((ruleSet) => [ruleSet.pin.hash, ruleSet]))

    const find = Effect.fnUntraced(function* ({ hash, id }: RuleSetPin) {
      const found = known.get(hash)
      if (found !== undefined) return found.pin.id === id ? found : null
      const [row] = yield* run((db) => db.select().from(ruleSetTable).where(eq(ruleSetTable.hash, hash)))
      if (row === undefined || row.id !== id) return null
      const read = loadVersion(row.id, row.said)
      if (Result.isFailure(read)) {
        yield* Effect.logError("A rule set of before cannot be read by this version")
        return null
      }
      const kept = {
        ...read.success,
        pin: { id, hash },
        madeOf: { pin: { id, hash: row.madeOf }, changes: row.changes }
      }
      known.set(hash, kept)
      return kept
    })

    return RuleSets.of({
      all: ours,
      find,
      inForce: Effect.fnUntraced(function* (at, pinned) {
        const found = pinned === undefined ? inForceOn(ours, line, dayOf(at)) : yield* find(pinned)
        if (found) return found
        return yield* Effect.die(new Error(`No version of the rule set ${pinned?.id ?? line} is in force`))
      })
    })
  })
)
