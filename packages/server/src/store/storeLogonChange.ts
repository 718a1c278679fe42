import type { ProfileState } from "@mtc-logon/core/profile"
import { eq } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { endLinks, endLogOns } from "./endLogOns.ts"
import { keepNotMeCode, ofChange } from "./keepNotMeCode.ts"
import { changedColumns } from "./keptLogonOf.ts"
import type { LogonRow } from "./keptLogonOf.ts"
import { sealPart } from "./sealPart.ts"

/** Stores a change of a locked logon with the code that undoes it, and ends what it ends; `but` is the session that goes on. */
export const storeLogonChange = Effect.gen(function* () {
  const digests = yield* Digests
  const sealing = yield* Sealing
  const keepCode = yield* keepNotMeCode
  return Effect.fnUntraced(function* (
    tx: Db,
    row: LogonRow,
    notMeId: string,
    { change, endsOthers, undo }: ProfileState,
    now: DateTime.Utc,
    but?: string
  ) {
    const at = DateTime.toDateUtc(now)
    const before = sealPart(sealing, notMeId, undo.part, row)
    yield* query(
      tx
        .update(logons)
        .set(changedColumns(sealing, digests, row.id, change, at))
        .where(eq(logons.id, row.id))
    )
    yield* keepCode(tx, { ...ofChange(notMeId, row.id), part: undo.part, before }, now, undo.expiresAt)
    if (!endsOthers) return
    yield* endLinks(tx, row.id)
    yield* endLogOns(tx, row.id, at, but)
  })
})
