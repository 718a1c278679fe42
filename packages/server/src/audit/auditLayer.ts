import { asc, eq, gt } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { auditHeadTable, auditTable } from "../database/auditTable.ts"
import { Database, forChange, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { Keyring } from "../secrets/Keyring.ts"
import { Audit } from "./Audit.ts"
import type { AuditCheckpoint } from "./Audit.ts"
import { hashAuditRow } from "./hashAuditRow.ts"

/** Rows that `verify` holds at a time. */
const page = 1_000

/** The one row of `auditHeadTable`. */
const headId = 1
const start = { seq: 0, hash: "" }

const lockHead = Effect.fnUntraced(function* (tx: Db) {
  const locked = tx.select().from(auditHeadTable).where(eq(auditHeadTable.id, headId)).for(forChange)
  const [head] = yield* query(locked)
  if (head !== undefined) return head
  yield* query(
    tx
      .insert(auditHeadTable)
      .values({ id: headId, ...start })
      .onConflictDoNothing()
  )
  return (yield* query(locked))[0]!
})

export const auditLayer = Layer.effect(
  Audit,
  Effect.gen(function* () {
    const { run } = yield* Database
    const { active, all } = yield* Keyring

    const append: Audit["Service"]["append"] = Effect.fnUntraced(function* (tx, events) {
      if (events.length === 0) return
      let { hash, seq } = yield* lockHead(tx)
      const rows = events.map(({ at, ...event }) => {
        seq += 1
        const row = { ...event, seq, at: new Date(DateTime.toEpochMillis(at)) }
        hash = hashAuditRow(active("audit"), hash, row)
        return { ...row, hash }
      })
      yield* query(tx.insert(auditTable).values(rows))
      yield* query(tx.update(auditHeadTable).set({ seq, hash }).where(eq(auditHeadTable.id, headId)))
    })

    const head = run((db) => db.select().from(auditHeadTable).where(eq(auditHeadTable.id, headId))).pipe(
      Effect.map(([row]): AuditCheckpoint => (row === undefined ? start : { seq: row.seq, hash: row.hash }))
    )

    const verify: Audit["Service"]["verify"] = Effect.fnUntraced(function* (checkpoints) {
      const end = yield* head
      const kept = new Map<number, Set<string>>()
      for (const { hash, seq } of checkpoints) kept.set(seq, (kept.get(seq) ?? new Set()).add(hash))
      let { hash, seq } = start
      for (;;) {
        const rows = yield* run((db) =>
          db.select().from(auditTable).where(gt(auditTable.seq, seq)).orderBy(asc(auditTable.seq)).limit(page)
        )
        for (const row of rows) {
          const key = all("audit").find(({ version }) => row.hash.startsWith(`${version}:`))
          const good = row.seq === seq + 1 && key !== undefined && row.hash === hashAuditRow(key, hash, row)
          const known = kept.get(row.seq)
          // Two that differ: the end was cut off between them, and written anew.
          const asKept = known === undefined || (known.size === 1 && known.has(row.hash))
          if (!good || !asKept) return { intact: false, seq: seq + 1 }
          ;({ hash, seq } = row)
        }
        if (rows.length < page) break
      }
      const cut = seq < checkpoints.reduce((most, checkpoint) => Math.max(most, checkpoint.seq), end.seq)
      return cut ? { intact: false, seq: seq + 1 } : { intact: true, seq }
    })

    return Audit.of({ append, verify, checkpoint: head })
  })
)
