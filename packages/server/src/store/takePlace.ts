import { decidePlaceAtFirstLogIn } from "@mtc-logon/core/access"
import { RuleSets } from "@mtc-logon/core/questions"
import { letterOfContest } from "@mtc-logon/core/logon-request"
import { Post } from "@mtc-logon/core/notices"
import type { AccountType } from "@mtc-logon/core/taxpayer"
import { and, eq } from "drizzle-orm"
import { DateTime, Effect } from "effect"
import { accessGrantTable as grants } from "../database/accessGrantTable.ts"
import { query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { logonRequestTable as requests } from "../database/logonRequestTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { accessTo } from "./accessTo.ts"
import { beginContest } from "./beginContest.ts"
import { taxpayerOfGrant } from "./claimOfGrants.ts"
import { keepLetter } from "./keepLetter.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { Events } from "./Events.ts"
import { settleContest } from "./settleContest.ts"

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
 * returns what is left to do once the logon is stored.
 *
 * @rule D-32 @adr 0040
 */
export const takePlace = Effect.gen(function* () {
  const digests = yield* Digests
  const ids = yield* Ids
  const mailLetter = yield* keepLetter
  const { delivers } = yield* Post
  const { record } = yield* Events
  const ruleSets = yield* RuleSets
  const sealing = yield* Sealing
  const settle = yield* settleContest

  const waits = (on: Db, logonId: string) => Effect.map(waitingOf(on, logonId), (rows) => rows.length > 0)

  const lock = Effect.fnUntraced(function* (tx: Db, logonId: string) {
    for (const { grant } of yield* waitingOf(tx, logonId)) {
      yield* lockTaxpayer(tx, (yield* taxpayerOfGrant(tx, sealing, digests, grant)).key)
    }
  })

  const take = Effect.fnUntraced(function* (tx: Db, logonId: string, now: DateTime.Utc) {
    const at = DateTime.toDateUtc(now)
    const { ask } = yield* ruleSets.inForce(now)
    const recorded: Array<Parameters<typeof record>[1]> = []
    for (const { grant, request } of yield* waitingOf(tx, logonId)) {
      const { key, owners, taxpayer } = yield* taxpayerOfGrant(tx, sealing, digests, grant)
      const [letter] = yield* query(
        tx.select({ mailedAt: letters.mailedAt }).from(letters).where(eq(letters.reservedBy, request.id))
      )
      const access = yield* accessTo(tx, owners)
      const place = decidePlaceAtFirstLogIn(
        access,
        grant.id,
        DateTime.fromDateUnsafe(grant.createdAt),
        {
          evidence: request.evidence,
          letterMailedAt: letter === undefined ? null : DateTime.fromDateUnsafe(letter.mailedAt)
        },
        request.accountType as AccountType,
        ask
      )
      if (place === null) return yield* Effect.die(new Error("The role of a first log-in is not decided"))
      const displaced = place.displaces ? yield* settle(tx, owners, access, logonId, now) : []
      yield* query(
        tx
          .update(grants)
          .set({ ...place.role, state: "reserved" })
          .where(eq(grants.id, grant.id))
      )
      const events = [...place.events, ...letterOfContest(place.events, delivers ? ids.make("letter") : null)]
      yield* beginContest(tx, { id: ids.make("contest"), key, owners, at }, events)
      yield* mailLetter(tx, { taxpayerDigest: key, mailedAt: at, counted: false }, events)
      recorded.push({
        subjectId: request.id,
        actor: "person",
        at: now,
        events,
        displaced,
        about: { logonId },
        ...(taxpayer !== undefined && { taxpayer })
      })
    }
    return recorded
  })

  return { waits, lock, take }
})
