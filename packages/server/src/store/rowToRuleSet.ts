import type { KeptRuleSet } from "@mtc-logon/core/questions"
import { diff, diffSaid, hashOf, saysOf } from "@mtc-logon/core/engine"
import { restoreVersion, versionToFile } from "@mtc-logon/core/rule-sets"
import type { StateRuleSet } from "@mtc-logon/core/rule-sets"
import { Effect, Result } from "effect"
import type { ruleSetTable } from "../database/decisionTable.ts"

type Row = typeof ruleSetTable.$inferSelect

/** A rule set as its row. */
export const ruleSetToRow = (ruleSet: StateRuleSet & KeptRuleSet, keptAt: Date): Row => ({
  hash: ruleSet.pin.hash,
  id: ruleSet.id,
  said: versionToFile(ruleSet),
  says: saysOf(ruleSet),
  madeOf: ruleSet.madeOf.pin.hash,
  changes: [...ruleSet.madeOf.changes],
  keptAt
})

/**
 * A rule set as a row has it, under the hash of what it says now; null where this release cannot put it in force.
 *
 * **Details**
 *
 * The release that kept it may have had other words, values and rules than this one. Where it says the same, it is the one
 * that was kept; where it does not, it is another, made of the one that was kept, and what is other is told.
 *
 * @adr 0017
 */
export const rowToRuleSet = Effect.fnUntraced(function* (
  row: Row,
  nearest: StateRuleSet | undefined
): Effect.fn.Return<(StateRuleSet & KeptRuleSet) | null> {
  const read = restoreVersion(row.id, row.said, nearest)
  if (Result.isFailure(read)) {
    const { problems } = read.failure
    yield* Effect.logError("This release cannot read an earlier rule set").pipe(
      Effect.annotateLogs({ ruleSet: row.id, hash: row.hash, at: problems.map(({ path }) => path).join(" ") })
    )
    return null
  }
  const ruleSet = read.success
  const { id } = row
  const hash = yield* Effect.promise(() => hashOf(ruleSet))
  if (hash === row.hash) {
    return { ...ruleSet, pin: { id, hash }, madeOf: { pin: { id, hash: row.madeOf }, changes: row.changes } }
  }
  const changes = row.says === null ? diff(row.said, versionToFile(ruleSet)) : diffSaid(row.says, saysOf(ruleSet))
  return { ...ruleSet, pin: { id, hash }, madeOf: { pin: { id, hash: row.hash }, changes } }
})
