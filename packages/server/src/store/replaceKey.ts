import { and, eq, inArray, isNull } from "drizzle-orm"
import { Effect } from "effect"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { logonRequestDraftTable as drafts, ticketTable as tickets } from "../database/logonRequestTable.ts"
import { Live } from "../live/Live.ts"
import { randomToken } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"

/** Gives a request another key, and returns it. Everything that the old key opened is over: codes, tickets, sockets. @rule D-28 */
export const replaceKey = Effect.gen(function* () {
  const digests = yield* Digests
  const live = yield* Live
  return Effect.fnUntraced(function* (tx: Db, id: string, at: Date) {
    const token = randomToken()
    const topic = `logon-request:${id}` as const
    yield* query(
      tx
        .update(drafts)
        .set({ tokenDigest: digests.of("token", token) })
        .where(eq(drafts.id, id))
    )
    yield* query(
      tx
        .update(tickets)
        .set({ usedAt: at })
        .where(and(inArray(tickets.subject, [id, topic]), isNull(tickets.usedAt)))
    )
    yield* live.close(tx, topic)
    return token
  })
})
