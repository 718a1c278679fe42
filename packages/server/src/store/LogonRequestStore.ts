import { LogonRequestError, opensRequest } from "@mtc-logon/core/logon-request"
import type { LogonRequestKey } from "@mtc-logon/core/logon-request"
import { and, eq, inArray, isNull } from "drizzle-orm"
import { Context, Effect, Layer } from "effect"
import type { DateTime } from "effect"
import { forChange, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { isDraftId } from "../database/isDraftId.ts"
import { standingOf } from "../database/standingOf.ts"
import {
  logonRequestDraftTable as drafts,
  logonRequestTable as requests,
  ticketTable as tickets
} from "../database/logonRequestTable.ts"
import { Live } from "../live/Live.ts"
import { randomToken } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"

const make = Effect.gen(function* () {
  const digests = yield* Digests
  const live = yield* Live

  const draftFor = (lock: boolean) =>
    Effect.fnUntraced(function* (on: Db, { id, token }: LogonRequestKey, now: DateTime.Utc) {
      const select = on.select().from(drafts).where(eq(drafts.id, id))
      const [row] = isDraftId(id) ? yield* query(lock ? select.for(forChange) : select) : []
      const isTheirs =
        row !== undefined &&
        opensRequest(standingOf(row), now) &&
        digests.allOf("token", token).includes(row.tokenDigest)
      return isTheirs ? row : yield* new LogonRequestError({ reason: { _tag: "NotFound" } })
    })

  return {
    /** The draft that a key opens. A request that was cancelled, or another's, is not there: all three are told alike. */
    find: draftFor(false),

    /** The same, locked. */
    lock: draftFor(true),

    /** Locks a request that was submitted. */
    lockSubmitted: (tx: Db, id: string) =>
      Effect.map(query(tx.select().from(requests).where(eq(requests.id, id)).for(forChange)), ([row]) => row),

    /** Gives a request another key, and returns it. Everything that the old key opened is over: codes, tickets, sockets. @rule D-28 */
    replaceKey: Effect.fnUntraced(function* (tx: Db, id: string, at: Date) {
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
  }
})

/** Reads requests by their keys, for a look or for a change: the one file that locks a request. */
export class LogonRequestStore extends Context.Service<LogonRequestStore, Effect.Success<typeof make>>()(
  "server/store/LogonRequestStore"
) {}

export const logonRequestStoreLayer = Layer.effect(LogonRequestStore, make)
