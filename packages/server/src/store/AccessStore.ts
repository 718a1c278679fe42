import { displaceOthers } from "@mtc-logon/core/access"
import type { AccessChange, TaxpayerAccess } from "@mtc-logon/core/access"
import { endLinks, endLogOns } from "@mtc-logon/core/logon"
import { Post } from "@mtc-logon/core/notices"
import type { AnyEvent } from "@mtc-logon/core/notices"
import type { TaxpayerIdentifier } from "@mtc-logon/core/taxpayer"
import { and, eq, inArray, isNull, lt, ne } from "drizzle-orm"
import { Context, DateTime, Effect, Layer } from "effect"
import type { Redacted } from "effect"
import {
  accessGrantTable as grants,
  contestTable as contests,
  registrationLockTable as locks
} from "../database/accessGrantTable.ts"
import { forChange, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { randomLetterId } from "../secrets/randomLetterId.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { accessTo } from "./accessTo.ts"
import { taxpayerOfGrant } from "./claimOfGrants.ts"
import { Events } from "./Events.ts"
import type { Recorded } from "./Events.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { LogonRequestStore } from "./LogonRequestStore.ts"
import { LogonStore } from "./LogonStore.ts"

/** A taxpayer as its rows know it: what it is locked by, every digest that they may have, and the number where it is known. */
export interface Whose {
  readonly key: string
  readonly owners: ReadonlyArray<string>
  readonly taxpayer: TaxpayerIdentifier | undefined
}

/** How often another letter ID is drawn where one is out already: once in ten thousand million it is. */
const mostDraws = 5

const isOpen = (owners: ReadonlyArray<string>) =>
  and(inArray(contests.taxpayerDigest, [...owners]), isNull(contests.endedAt))

/** A role that rests on a proof of its own, as its grant keeps it. */
export const roleOf = (grant: typeof grants.$inferSelect, contested: boolean) => {
  const { createdAt, effectiveAt, evidence, role } = grant
  if (evidence === "grant") throw new Error("A role that was given is read as one of a proof")
  return { role, contested, evidence, effectiveAt: DateTime.fromDateUnsafe(effectiveAt ?? createdAt) }
}

const make = Effect.gen(function* () {
  const digests = yield* Digests
  const ids = yield* Ids
  const sealing = yield* Sealing
  const { delivers } = yield* Post
  const { record } = yield* Events
  const { changeLocked } = yield* LogonStore
  const { replaceKey } = yield* LogonRequestStore

  /** The rows of a letter ID, whatever key its digest was made with. */
  const isLetter = (letterId: Redacted.Redacted) =>
    inArray(letters.letterDigest, [...digests.allOf("letter", letterId)])

  const whoseGrant = (on: Db, grant: Pick<typeof grants.$inferSelect, "id" | "taxpayerDigest">): Effect.Effect<Whose> =>
    taxpayerOfGrant(on, sealing, digests, grant)

  /** Reads the roles of a logon that rest on a proof of its own and are effective. */
  const ownRoles = Effect.fnUntraced(function* (on: Db, logonId: string) {
    const rows = yield* query(
      on
        .select()
        .from(grants)
        .where(and(eq(grants.logonId, logonId), eq(grants.state, "effective"), ne(grants.evidence, "grant")))
        .orderBy(grants.taxpayerDigest)
    )
    return yield* Effect.forEach(
      rows,
      Effect.fnUntraced(function* (grant) {
        const { key, owners } = yield* whoseGrant(on, grant)
        const { contest } = yield* accessTo(on, owners)
        return { ...roleOf(grant, contest !== null), key, owners }
      })
    )
  })

  /** Begins the contest that an event speaks of; one that is open goes on, but staff end it where the event says so. */
  const beginContest = Effect.fnUntraced(function* (
    tx: Db,
    { key, owners }: Whose,
    events: ReadonlyArray<AnyEvent>,
    at: Date
  ) {
    const begun = events.find((event) => event._tag === "ContestBegun")
    if (begun === undefined) return
    const { because, endedBy } = begun
    const goesOn = yield* query(
      tx.update(contests).set({ endedBy }).where(isOpen(owners)).returning({ id: contests.id })
    )
    if (goesOn.length > 0) return
    const id = ids.make("contest")
    yield* query(tx.insert(contests).values({ id, taxpayerDigest: key, because, endedBy, openedAt: at }))
  })

  /** Keeps the letter that an event speaks of, with a letter ID of the system's randomness, sealed. @rule D-07 */
  const keepLetter = Effect.fnUntraced(function* (
    tx: Db,
    letter: { readonly taxpayerDigest: string; readonly mailedAt: Date; readonly counted: boolean },
    events: ReadonlyArray<AnyEvent>
  ) {
    const id = events.find((event) => event._tag === "LetterMailed")?.letterRowId
    if (id === undefined) return
    for (let draws = 0; draws < mostDraws; draws++) {
      const letterId = randomLetterId()
      const row = {
        ...letter,
        id,
        letterDigest: digests.of("letter", letterId),
        letterId: sealing.seal({ table: "letter", column: "letter_id", row: id }, letterId),
        kind: "sign-up",
        state: "live"
      } as const
      const kept = yield* query(tx.insert(letters).values(row).onConflictDoNothing().returning({ id: letters.id }))
      if (kept.length > 0) return
    }
    return yield* Effect.die(new Error("No letter ID is free"))
  })

  /** Stores what changes in who has access to a taxpayer. @rule D-25 @rule D-37 @rule D-62 */
  const store = Effect.fnUntraced(function* (
    tx: Db,
    { owners }: Pick<Whose, "owners">,
    { ends, promotes, suspends }: AccessChange,
    at: Date
  ) {
    if (ends.length > 0) {
      const ended = yield* query(
        tx
          .update(grants)
          .set({ state: "ended", endedAt: at })
          .where(inArray(grants.id, [...ends]))
          .returning({ logonId: grants.logonId })
      )
      const logonIds = ended.map(({ logonId }) => logonId)
      const theirs = and(inArray(locks.taxpayerDigest, [...owners]), inArray(locks.logonId, logonIds))
      yield* query(tx.delete(locks).where(theirs))
    }
    if (suspends !== null) {
      yield* query(tx.update(grants).set({ state: "suspended" }).where(eq(grants.id, suspends)))
    }
    if (promotes !== null) {
      const heir = { role: "MasterAdministrator", scope: "all", effectiveAt: at } as const
      yield* query(tx.update(grants).set(heir).where(eq(grants.id, promotes)))
    }
  })

  return {
    isLetter,
    keepLetter,
    ownRoles,
    store,
    whoseGrant,

    /** The id of a letter that could be mailed now; null where none goes anywhere. */
    makeLetterRowId: () => (delivers ? ids.make("letter") : null),

    /** The roles of a logon's own, once their taxpayers are locked: those that it had before. */
    lockOwnRoles: Effect.fnUntraced(function* (tx: Db, logonId: string) {
      const known = [...new Set((yield* ownRoles(tx, logonId)).map(({ key }) => key))].sort()
      for (const key of known) yield* lockTaxpayer(tx, key)
      return (yield* ownRoles(tx, logonId)).filter(({ key }) => known.includes(key))
    }),

    /** Locks the letter of a letter ID, and returns its row. */
    lockLetter: (tx: Db, letterId: Redacted.Redacted) =>
      Effect.map(query(tx.select().from(letters).where(isLetter(letterId)).for(forChange)), ([letter]) => letter),

    /**
     * Whoever shows a letter has it in hand: from then on the letters of its kind that were mailed before are dead,
     * whatever they were.
     *
     * @rule D-07 @adr 0020
     */
    supersedeOlder: (
      tx: Db,
      owners: ReadonlyArray<string>,
      { kind, mailedAt }: Pick<typeof letters.$inferSelect, "kind" | "mailedAt">
    ) => {
      const isOlder = and(
        inArray(letters.taxpayerDigest, [...owners]),
        eq(letters.kind, kind),
        lt(letters.mailedAt, mailedAt)
      )
      return query(tx.update(letters).set({ state: "superseded" }).where(isOlder))
    },

    /** Writes down what has happened about a taxpayer, with the contest that begins and the letter that is mailed by it. */
    record: Effect.fnUntraced(function* (tx: Db, whose: Whose, recorded: Omit<Recorded, "taxpayer">, counted = false) {
      const at = DateTime.toDateUtc(recorded.at)
      yield* beginContest(tx, whose, recorded.events, at)
      yield* keepLetter(tx, { taxpayerDigest: whose.key, mailedAt: at, counted }, recorded.events)
      yield* record(tx, { ...recorded, ...(whose.taxpayer !== undefined && { taxpayer: whose.taxpayer }) })
    }),

    /**
     * Ends the contest, and every access to the taxpayer that another than the winner has by their own proof, with their
     * sessions, devices, codes, links and keys. Returns the logons whose access it ended.
     *
     * **Gotchas**
     *
     * Logons before their grants, in one order for everybody.
     *
     * @rule D-25
     */
    settle: Effect.fnUntraced(function* (
      tx: Db,
      whose: Pick<Whose, "owners">,
      access: TaxpayerAccess,
      winner: string,
      now: DateTime.Utc
    ) {
      const at = DateTime.toDateUtc(now)
      const change = displaceOthers(access, winner)
      const displaced = access.accesses.filter(({ grantId }) => change.ends.includes(grantId))
      const logonIds = [...new Set(displaced.map((each) => each.logonId))].sort()
      for (const logonId of logonIds) {
        const logon = yield* changeLocked(tx, logonId, now, (logon) =>
          Effect.succeed({ next: endLogOns(endLinks(logon), now), answer: logon })
        )
        if (logon?.requestId != null) yield* replaceKey(tx, logon.requestId, at)
      }
      yield* store(tx, whose, change, at)
      yield* query(tx.update(contests).set({ endedAt: at }).where(isOpen(whose.owners)))
      return logonIds
    })
  }
})

/**
 * Reads and stores who has access to a taxpayer, the contest between them, and the letters that were mailed: the one file that
 * locks a letter.
 *
 * **Gotchas**
 *
 * The taxpayer is locked before (`lockTaxpayer`): grants and contests are changed under that lock alone.
 */
export class AccessStore extends Context.Service<AccessStore, Effect.Success<typeof make>>()(
  "server/store/AccessStore"
) {}

export const accessStoreLayer = Layer.effect(AccessStore, make)
