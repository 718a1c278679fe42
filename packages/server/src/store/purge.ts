import { RuleSets } from "@mtc-logon/core/decisions"
import { and, eq, inArray, lt, ne, notInArray } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { Database } from "../database/Database.ts"
import { logonRequestDraftTable as drafts } from "../database/logonRequestDraftTable.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { ticketTable as tickets } from "../database/ticketTable.ts"
import { verificationAttemptTable as attempts } from "../database/verificationAttemptTable.ts"
import { RateLimits } from "../limits/RateLimits.ts"

/**
 * Removes what is kept no longer: drafts whose time is over or that were left, used tickets, old attempts, old limits.
 *
 * **Gotchas**
 *
 * The draft of a submitted request stays a day: its key opens the confirmation until then.
 *
 * @rule D-42
 */
export const purge = Effect.gen(function* () {
  const now = yield* DateTime.now
  const { run } = yield* Database
  const { policy } = yield* (yield* RuleSets).inForce(now)
  const before = (parts: Parameters<typeof DateTime.subtract>[1]) => DateTime.toDateUtc(DateTime.subtract(now, parts))
  // A request that is not processed yet needs its draft: the number stands nowhere else.
  yield* run((db) =>
    db
      .delete(drafts)
      .where(
        and(
          lt(drafts.expiresAt, before({ hours: policy.retention.draftHours })),
          notInArray(drafts.id, db.select({ id: requests.id }).from(requests).where(eq(requests.status, "submitted")))
        )
      )
  )
  yield* run((db) =>
    db
      .delete(drafts)
      .where(and(lt(drafts.expiresAt, before({ hours: 0 })), inArray(drafts.status, ["open", "cancelled"])))
  )
  yield* run((db) => db.delete(tickets).where(lt(tickets.expiresAt, before({ hours: 1 }))))
  yield* run((db) =>
    db
      .delete(attempts)
      .where(and(lt(attempts.at, before({ years: policy.retention.attemptYears })), ne(attempts.state, "reserved")))
  )
  yield* (yield* RateLimits).purge
})
