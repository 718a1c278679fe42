import { dayOf } from "@mtc-logon/core/decisions"
import { RuleSets } from "@mtc-logon/core/questions"
import type { KeptRuleSet, RuleSetPin } from "@mtc-logon/core/questions"
import { diff, hashOf, inForceOn } from "@mtc-logon/core/engine"
import { withBlocklist, withIdRanges } from "@mtc-logon/core/rule-sets"
import type { StateRuleSet } from "@mtc-logon/core/rule-sets"
import { eq, isNull, sql } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Database } from "../database/Database.ts"
import { ruleSetTable } from "../database/decisionTable.ts"
import { ServerConfig } from "../ServerConfig.ts"
import { readRuleSets } from "./readRuleSets.ts"
import { rowToRuleSet, ruleSetToRow } from "./rowToRuleSet.ts"

const pinOf = async (ruleSet: StateRuleSet): Promise<RuleSetPin> => ({ id: ruleSet.id, hash: await hashOf(ruleSet) })

/**
 * The rule sets that come with core and those of the folder, under the settings of this server: its line, its ID ranges,
 * its blocklist.
 *
 * **Details**
 *
 * Hashed once, here: a draft is pinned to what the server says, not to what core says. Each is kept by its hash, so that what
 * is pinned to it outlives its file. What another release kept is read as far as this one can, and has the hash of what it
 * says now; a draft whose rule set cannot be read goes on under the one in force, and `RuleSetReplaced` is logged.
 *
 * **Gotchas**
 *
 * Another process of the server may have a newer file: a hash that this one does not know is looked up in the database.
 *
 * @adr 0017
 */
export const ruleSetsLayer = Layer.effect(
  RuleSets,
  Effect.gen(function* () {
    const { run } = yield* Database
    const settings = yield* ServerConfig
    const { blocklistRefuses, idRanges, ruleSet: line } = settings
    const ours = yield* Effect.forEach(yield* readRuleSets(settings), (base) =>
      Effect.promise(async () => {
        const ruleSet = withBlocklist(withIdRanges(base, idRanges), blocklistRefuses ? "refusal" : "warning")
        const changes = diff(base.policy, ruleSet.policy)
        return { ...ruleSet, pin: await pinOf(ruleSet), madeOf: { pin: await pinOf(base), changes } }
      })
    )
    const keep = Effect.fnUntraced(function* (ruleSets: ReadonlyArray<StateRuleSet & KeptRuleSet>) {
      const keptAt = DateTime.toDateUtc(yield* DateTime.now)
      const rows = ruleSets.map((ruleSet) => ruleSetToRow(ruleSet, keptAt))
      const { hash: target, says } = ruleSetTable
      const withWords = { target, set: { says: sql`excluded.says` }, setWhere: isNull(says) }
      yield* run((db) => db.insert(ruleSetTable).values(rows).onConflictDoUpdate(withWords))
    })
    yield* keep(ours)

    const known = new Map<string, KeptRuleSet | null>(ours.map((ruleSet) => [ruleSet.pin.hash, ruleSet]))

    /** The version of the same line whose number is nearest, to lend what another has not. */
    const nearestTo = (id: string, version: number) =>
      ours
        .filter((each) => each.id === id)
        .toSorted((a, b) => Math.abs(a.version - version) - Math.abs(b.version - version))[0]

    const find = Effect.fnUntraced(function* ({ hash, id }: RuleSetPin) {
      const found = known.get(hash)
      if (found !== undefined) return found?.id === id ? found : null
      const [row] = yield* run((db) => db.select().from(ruleSetTable).where(eq(ruleSetTable.hash, hash)))
      if (row === undefined || row.id !== id) return null
      const kept = yield* rowToRuleSet(row, nearestTo(id, row.said.version))
      if (kept !== null && kept.pin.hash !== hash) yield* keep([kept])
      known.set(hash, kept)
      return kept
    })

    const replaced = new Set<string>()

    /** What a draft was pinned to, or what is in force where this release cannot read that: a person is never turned away. */
    const pinnedOrCurrent = Effect.fnUntraced(function* (at: DateTime.Utc, pinned: RuleSetPin) {
      const found = yield* find(pinned)
      if (found !== null) return found
      const current = inForceOn(ours, line, dayOf(at))
      if (current !== undefined && !replaced.has(pinned.hash)) {
        replaced.add(pinned.hash)
        yield* Effect.logError("RuleSetReplaced").pipe(
          Effect.annotateLogs({ pinned: `${pinned.id}@${pinned.hash}`, by: `${current.id}@${current.pin.hash}` })
        )
      }
      return current
    })

    return RuleSets.of({
      all: ours,
      find,
      inForce: Effect.fnUntraced(function* (at, pinned) {
        const found = pinned === undefined ? inForceOn(ours, line, dayOf(at)) : yield* pinnedOrCurrent(at, pinned)
        if (found !== undefined) return found
        return yield* Effect.die(new Error(`No version of the rule set ${line} is in force`))
      })
    })
  })
)
