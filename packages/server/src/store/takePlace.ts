import { decidePlaceAtFirstLogIn } from "@mtc-logon/core/access"
import { letterOfContest } from "@mtc-logon/core/logon-request"
import { RuleSets } from "@mtc-logon/core/questions"
import { and, eq } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { AccessStore } from "./AccessStore.ts"
import type { Whose } from "./AccessStore.ts"
import { accessTo } from "./accessTo.ts"
import type { Recorded } from "./Events.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"

/** The role of a logon that waits for its first log-in, with the request that it came from. */
const waitingOf = (on: Db, logonId: string) =>
  query(
    on
      .select({ grant: grants, request: requests })
      .from(grants)
      .innerJoin(requests, eq(requests.id, grants.logonRequestId))
      .where(and(eq(grants.logonId, logonId), eq(grants.state, "waiting")))
  )

/**
 * The first log-in of a newcomer whose letter outranked at submit: they take the place of the others, whose logons end.
 *
 * **Details**
 *
 * `lock` comes before the logon is locked, `take` before it is stored: taxpayer, logons, grants, as everywhere. `take`
 * returns what is left to be written down once the logon is stored.
 *
 * @rule D-32 @adr 0040
 */
export const takePlace = Effect.gen(function* () {
  const ruleSets = yield* RuleSets
  const { makeLetterRowId, settle, whoseGrant } = yield* AccessStore

  const waits = (on: Db, logonId: string) => Effect.map(waitingOf(on, logonId), (rows) => rows.length > 0)

  const lock = Effect.fnUntraced(function* (tx: Db, logonId: string) {
    for (const { grant } of yield* waitingOf(tx, logonId)) yield* lockTaxpayer(tx, (yield* whoseGrant(tx, grant)).key)
  })

  const take = Effect.fnUntraced(function* (tx: Db, logonId: string, now: DateTime.Utc) {
    const { ask } = yield* ruleSets.inForce(now)
    const taken: Array<{ readonly whose: Whose; readonly recorded: Recorded }> = []
    for (const { grant, request } of yield* waitingOf(tx, logonId)) {
      const whose = yield* whoseGrant(tx, grant)
      const [letter] = yield* query(
        tx.select({ mailedAt: letters.mailedAt }).from(letters).where(eq(letters.reservedBy, request.id))
      )
      const access = yield* accessTo(tx, whose.owners)
      const place = decidePlaceAtFirstLogIn(
        access,
        grant.id,
        DateTime.fromDateUnsafe(grant.createdAt),
        {
          evidence: request.evidence,
          letterMailedAt: letter === undefined ? null : DateTime.fromDateUnsafe(letter.mailedAt)
        },
        request.accountType,
        ask
      )
      if (place === null) return yield* Effect.die(new Error("The role of a first log-in is not decided"))
      const displaced = place.displaces ? yield* settle(tx, whose, access, logonId, now) : []
      yield* query(
        tx
          .update(grants)
          .set({ ...place.role, state: "reserved" })
          .where(eq(grants.id, grant.id))
      )
      const events = [...place.events, ...letterOfContest(place.events, makeLetterRowId())]
      taken.push({
        whose,
        recorded: { subjectId: request.id, actor: "person", at: now, events, displaced, about: { logonId } }
      })
    }
    return taken
  })

  return { waits, lock, take }
})
