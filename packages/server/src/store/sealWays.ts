import { and, eq, inArray, isNotNull, isNull, notInArray } from "drizzle-orm"
import { Effect } from "effect"
import * as Schema from "effect/Schema"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { twoStepMethodTable as methods } from "../database/twoStepMethodTable.ts"
import type { Sealing } from "../secrets/Sealing.ts"
import { sealedJson } from "../secrets/sealedJson.ts"

const sealedWays = sealedJson(Schema.Array(Schema.String))
const placeOf = (row: string) => ({ table: "not_me_code", column: "before", row })

/** Which ways of a locked logon work, sealed: kept until they can no longer be put back. */
export const sealWays = Effect.fnUntraced(function* (
  tx: Db,
  sealing: Sealing["Service"],
  codeId: string,
  logonId: string
) {
  const own = yield* query(
    tx
      .select({ id: methods.id })
      .from(methods)
      .where(and(eq(methods.logonId, logonId), isNotNull(methods.confirmedAt), isNull(methods.removedAt)))
  )
  return sealedWays.seal(
    sealing,
    placeOf(codeId),
    own.map(({ id }) => id)
  )
})

/** Puts the ways of a locked logon back: those that worked then work, and none else. */
export const putWaysBack = Effect.fnUntraced(function* (
  tx: Db,
  sealing: Sealing["Service"],
  code: { readonly id: string; readonly logonId: string; readonly before: Uint8Array },
  at: Date
) {
  const ways = sealedWays.open(sealing, placeOf(code.id), code.before)
  const own = eq(methods.logonId, code.logonId)
  yield* query(
    tx
      .update(methods)
      .set({ removedAt: at })
      .where(and(own, isNull(methods.removedAt), notInArray(methods.id, [...ways])))
  )
  yield* query(
    tx
      .update(methods)
      .set({ removedAt: null })
      .where(and(own, inArray(methods.id, [...ways])))
  )
})
