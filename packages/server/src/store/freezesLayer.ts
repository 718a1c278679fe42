import { freeze, Keys } from "@mtc-logon/core/logon"
import { Freezes } from "@mtc-logon/core/recovery"
import { and, eq, inArray, ne } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { accessGrantTable as grants, notMeCodeTable as codes } from "../database/accessGrantTable.ts"
import { Database, query } from "../database/Database.ts"
import { LostRace } from "../database/DatabaseUnavailable.ts"
import type { Db } from "../database/Database.ts"
import { Digests } from "../secrets/Digests.ts"
import { AccessStore } from "./AccessStore.ts"
import { accessTo } from "./accessTo.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { LogonStore } from "./LogonStore.ts"
import { Events } from "./Events.ts"

/** Closes logons in the database. */
export const freezesLayer = Layer.effect(
  Freezes,
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const digests = yield* Digests
    const keys = yield* Keys
    const { changeLocked, follow } = yield* LogonStore
    const access = yield* AccessStore
    const { record } = yield* Events

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
      const known = yield* Effect.forEach(rows, (grant) => access.whoseGrant(tx, grant))
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
            const done = yield* changeLocked(
              tx,
              logonId,
              now,
              Effect.fnUntraced(function* (logon) {
                const row = logon.notMeCodes.find(({ id }) => id === unlocked.id)
                if (row === undefined) return { next: logon, answer: null }
                const change = decide({
                  code: { ...row, state: row.usedAt === null ? "open" : "used", logonId },
                  status: logon.status,
                  accesses: yield* Effect.forEach(taxpayers, ({ key, owners, taxpayer }) =>
                    Effect.map(accessTo(tx, owners), (known) => ({
                      ...known,
                      key,
                      letterRowId: taxpayer === undefined ? null : access.makeLetterRowId()
                    }))
                  )
                })
                const marked = { ...logon, notMeCodes: [{ ...row, usedAt: change.isUsed ? now : row.usedAt }] }
                const next = change.freezes ? freeze(marked, keys, row, now) : marked
                return { next, answer: { change, logon, part: row.part } }
              }),
              [code]
            )
            if (done === null) return
            const { change, logon, part } = done
            yield* follow(tx, logon, change.events, at)
            const recorded = { subjectId: logonId, actor: "person", at: now, about: { logonId, part } }
            const changed = change.accesses.flatMap((each) =>
              taxpayers.filter(({ key }) => key === each.key).map((whose) => ({ ...each, whose }))
            )
            for (const { promotes, suspends, whose } of changed) {
              yield* access.store(tx, whose, { ends: [], promotes, suspends }, at)
            }
            yield* record(tx, { ...recorded, events: change.events })
            for (const { events, whose } of changed) yield* access.record(tx, whose, { ...recorded, events })
          })
        )
    })
  })
)
