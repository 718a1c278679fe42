import { eq } from "drizzle-orm"
import { Effect, Redacted } from "effect"
import { Database } from "../database/Database.ts"
import { notMeCodeTable as codes } from "../database/accessGrantTable.ts"
import { Derived } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"

/** The "this was not me" code of a row, made anew of its id; null where the row is gone, or its key or epoch is. */
export const notMeCodeOf = Effect.gen(function* () {
  const { run } = yield* Database
  const derived = yield* Derived
  const digests = yield* Digests
  return Effect.fnUntraced(function* (id: string) {
    const [row] = yield* run((db) => db.select().from(codes).where(eq(codes.id, id)))
    if (row === undefined) return null
    const code = derived.notMeCodes(id).find((each) => digests.allOf("token", each).includes(row.codeDigest))
    return code === undefined ? null : { row, code: Redacted.value(code) }
  })
})
