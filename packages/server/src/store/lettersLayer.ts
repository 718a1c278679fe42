import { Letters } from "@mtc-logon/core/logon-request"
import { Post } from "@mtc-logon/core/notices"
import { and, desc, eq, inArray } from "drizzle-orm"
import { DateTime, Effect, Layer } from "effect"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { letterTable as letters } from "../database/letterTable.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { randomLetterId } from "../secrets/randomLetterId.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { lockTaxpayer } from "./lockTaxpayer.ts"
import { recordEvents } from "./recordEvents.ts"

/** How often another letter ID is drawn where one is out already: once in ten thousand million it is. */
const mostDraws = 5

/** Keeps letters in the database, their IDs sealed. */
export const lettersLayer = Layer.effect(
  Letters,
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const digests = yield* Digests
    const ids = yield* Ids
    const sealing = yield* Sealing
    const record = yield* recordEvents
    const { delivers } = yield* Post

    const insert = Effect.fnUntraced(function* (tx: Db, id: string, taxpayerDigest: string, mailedAt: Date) {
      for (let draws = 0; draws < mostDraws; draws++) {
        const letterId = randomLetterId()
        const row = {
          id,
          letterDigest: digests.of("letter", letterId),
          letterId: sealing.seal({ table: "letter", column: "letter_id", row: id }, letterId),
          taxpayerDigest,
          kind: "sign-up",
          mailedAt,
          state: "live" as const
        }
        const kept = yield* query(tx.insert(letters).values(row).onConflictDoNothing().returning({ id: letters.id }))
        if (kept.length > 0) return
      }
      return yield* Effect.die(new Error("No letter ID is free"))
    })

    return Letters.of({
      request: (taxpayer, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const taxpayerDigest = digests.ofTaxpayer(taxpayer)
            const owners = [...digests.allOfTaxpayer(taxpayer)]
            yield* lockTaxpayer(tx, taxpayerDigest)
            const isSignUp = and(inArray(letters.taxpayerDigest, owners), eq(letters.kind, "sign-up"))
            const [newest] = yield* query(
              tx.select().from(letters).where(isSignUp).orderBy(desc(letters.mailedAt)).limit(1)
            )
            const letterRowId = ids.make("letter")
            const { events, next } = decide({
              newestMailedAt: newest === undefined ? null : DateTime.fromDateUnsafe(newest.mailedAt),
              letterRowId,
              postDelivers: delivers
            })
            if (next === "mail") {
              yield* insert(tx, letterRowId, taxpayerDigest, DateTime.toDateUtc(now))
            }
            yield* record(tx, { subjectId: letterRowId, actor: "person", at: now, events, taxpayer })
          })
        )
    })
  })
)
