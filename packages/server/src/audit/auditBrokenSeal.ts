import { DateTime, Effect } from "effect"
import { Database } from "../database/Database.ts"
import { RateLimits } from "../limits/RateLimits.ts"
import type { RateLimit } from "../limits/RateLimits.ts"
import { SealBroken } from "../secrets/Sealing.ts"
import { Audit } from "./Audit.ts"
import type { AuditEvent } from "./Audit.ts"

/** A sealed column that does not open, as the trail keeps it: where it stands, and nothing of what it holds. */
export const brokenSealEvent = ({ column, row, table }: SealBroken, at: DateTime.Utc): AuditEvent => ({
  at,
  type: "SealBroken",
  subjectId: row,
  actor: "system",
  detail: { table, column }
})

/** A job comes again and a person tries again: one place is one incident a day. */
const oncePerPlace: RateLimit = { name: "seal-broken-per-place", uses: 1, window: "1 day" }

/**
 * Keeps a defect in the audit trail if it is a sealed column that does not open: somebody had a hand in the database.
 *
 * **Gotchas**
 *
 * In a transaction of its own: that of whoever found it is undone.
 */
export const auditBrokenSeal = Effect.fnUntraced(function* (defect: unknown) {
  if (!(defect instanceof SealBroken)) return false
  const { column, row, table } = defect
  const { transaction } = yield* Database
  const { append } = yield* Audit
  const { useIn } = yield* RateLimits
  const now = yield* DateTime.now
  yield* transaction((tx) =>
    Effect.gen(function* () {
      const { allowed } = yield* useIn(tx, oncePerPlace, `${table}.${column} ${row}`)
      if (allowed) yield* append(tx, [brokenSealEvent(defect, now)])
    })
  )
  yield* Effect.logError("A sealed column cannot be opened: it was changed or moved, or its key is gone").pipe(
    Effect.annotateLogs({ table, column, row })
  )
  return true
})
