import { eq } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import type { Redacted } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { sessionTable as sessions } from "../database/sessionTable.ts"
import { randomToken } from "../secrets/Derived.ts"
import type { Digests } from "../secrets/Digests.ts"

/** Opens a session under a new token; one that it takes the place of is dead. */
export const openSession = Effect.fnUntraced(function* (
  tx: Db,
  digests: Digests["Service"],
  session: {
    readonly logonId: string
    readonly level: "password" | "two-step"
    readonly state: (typeof sessions.$inferSelect)["state"]
    readonly expiresAt: Date
    /** When the password was typed. */
    readonly passwordAt: Date
    readonly deviceId: string | null
    readonly inPlaceOf?: string
  },
  now: DateTime.Utc
) {
  const at = DateTime.toDateUtc(now)
  const { inPlaceOf, ...columns } = session
  if (inPlaceOf !== undefined) {
    yield* query(tx.update(sessions).set({ endedAt: at }).where(eq(sessions.idDigest, inPlaceOf)))
  }
  const token: Redacted.Redacted = randomToken()
  yield* query(
    tx.insert(sessions).values({ idDigest: digests.of("token", token), ...columns, createdAt: at, lastSeenAt: at })
  )
  return token
})
