import { DateTime, Effect } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { notMeCodeTable as codes } from "../database/accessGrantTable.ts"
import { Derived } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"

/** Keeps a "this was not me" code: a digest of it, what it puts back, and until when. */
export const keepNotMeCode = Effect.gen(function* () {
  const derived = yield* Derived
  const digests = yield* Digests
  return (
    tx: Db,
    code: Pick<typeof codes.$inferInsert, "id" | "logonId" | "grantId" | "channel" | "receiverId" | "part" | "before">,
    now: DateTime.Utc,
    expiresAt: DateTime.Utc
  ) =>
    query(
      tx.insert(codes).values({
        ...code,
        codeDigest: digests.of("token", derived.notMeCodes(code.id)[0]!),
        createdAt: DateTime.toDateUtc(now),
        expiresAt: DateTime.toDateUtc(expiresAt)
      })
    )
})
