import { freeze, Keys } from "@mtc-logon/core/logon"
import { Freezes } from "@mtc-logon/core/recovery"
import { Post } from "@mtc-logon/core/notices"
import { and, eq, inArray, ne } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { accessGrantTable as grants, notMeCodeTable as codes } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import { LostRace } from "../database/DatabaseUnavailable.ts"
import type { Db } from "../database/Database.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { accessTo } from "./accessTo.ts"
import { beginContest } from "./beginContest.ts"
import { taxpayerOfGrant } from "./claimOfGrants.ts"
import { keepLetter } from "./keepLetter.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { LogonStore } from "./LogonStore.ts"
import { Events } from "./Events.ts"
import { storeAccess } from "./storeAccess.ts"

/** Closes logons in the database. */
export const freezesLayer = Layer.effect(
  Freezes,
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const digests = yield* Digests
    const ids = yield* Ids
    const keys = yield* Keys
    const sealing = yield* Sealing
    const { follow, lock, store } = yield* LogonStore
    const { record } = yield* Events
    const mailLetter = yield* keepLetter
    const { delivers } = yield* Post

    /** Taxpayers whose access a code is about, by what they are locked by, in one order for everybody. */
    const taxpayersOf = Effect.fnUntraced(function* (tx: Db, { grantId, logonId }: typeof codes.$inferSelect) {
      const rows = yield* query(
        tx
          .select()
          .from(grants)
          .where(
            grantId === null
              ? and(eq(grants.logonId, logonId), ne(grants.state, "ended"), ne(grants.evidence, "grant"))
              : eq(grants.id, grantId)
          )
      )
      const known = yield* Effect.forEach(rows, (grant) => taxpayerOfGrant(tx, sealing, digests, grant))
      const byKey = new Map(known.map((each) => [each.key, each]))
      return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
    })

    return Freezes.of({
      change: (code, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const at = DateTime.toDateUtc(now)
            const known = inArray(codes.codeDigest, [...digests.allOf("token", code)])
            const [unlocked] = yield* query(tx.select().from(codes).where(known))
            if (unlocked === undefined) return
            const { logonId } = unlocked
            const taxpayers = yield* taxpayersOf(tx, unlocked)
            for (const { key } of taxpayers) yield* lockTaxpayer(tx, key)
            // A role that was taken meanwhile: its number is not locked. Once more, from the start.
            if ((yield* taxpayersOf(tx, unlocked)).some(({ key }) => !taxpayers.some((each) => each.key === key))) {
              return yield* Effect.die(new LostRace({ code: "40001" }))
            }
            const logon = yield* lock(tx, logonId, now, [code])
            const row = logon?.notMeCodes.find(({ id }) => id === unlocked.id)
            if (logon === null || row === undefined) return

            const { part } = row
            const change = decide({
              code: { ...row, state: row.usedAt === null ? "open" : "used", logonId },
              status: logon.status,
              accesses: yield* Effect.forEach(taxpayers, ({ key, owners, taxpayer }) =>
                Effect.map(accessTo(tx, owners), (access) => ({
                  ...access,
                  key,
                  letterRowId: delivers && taxpayer !== undefined ? ids.make("letter") : null
                }))
              )
            })
            const used = { ...row, usedAt: change.isUsed ? now : row.usedAt }
            const marked = { ...logon, notMeCodes: [used] }
            yield* store(tx, logon, change.freezes ? freeze(marked, keys, row, now) : marked)
            yield* follow(tx, logon, change.events, at)
            for (const { events, key, promotes, suspends } of change.accesses) {
              const owners = taxpayers.find((each) => each.key === key)?.owners ?? []
              yield* storeAccess(tx, owners, { ends: [], promotes, suspends }, at)
              yield* beginContest(tx, { id: ids.make("contest"), key, owners, at }, events)
              yield* mailLetter(tx, { taxpayerDigest: key, mailedAt: at, counted: false }, events)
            }
            const recorded = { subjectId: logonId, actor: "person", at: now, about: { logonId, part } }
            yield* record(tx, { ...recorded, events: change.events })
            for (const { events, key } of change.accesses) {
              const taxpayer = taxpayers.find((each) => each.key === key)?.taxpayer
              yield* record(tx, { ...recorded, events, ...(taxpayer !== undefined && { taxpayer }) })
            }
          })
        )
    })
  })
)
