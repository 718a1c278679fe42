import { usernameKey } from "@mtc-logon/core/logon"
import { Recoveries } from "@mtc-logon/core/recovery"
import { eq, inArray } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { Database, query } from "../database/Database.ts"
import { forgottenTable as forgottens } from "../database/noticeTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { Jobs } from "../jobs/Jobs.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"

const typedPlace = (row: string) => ({ table: "forgotten", column: "typed", row })

/** Keeps what people forgot in the database, sealed, until it is answered. */
export const recoveriesLayer = Layer.effect(
  Recoveries,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const digests = yield* Digests
    const ids = yield* Ids
    const jobs = yield* Jobs
    const sealing = yield* Sealing

    return Recoveries.of({
      ask: (what, typed, now) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const id = ids.make("forgotten")
            const sealedText = sealing.seal(typedPlace(id), typed)
            yield* query(tx.insert(forgottens).values({ id, what, typed: sealedText, at: DateTime.toDateUtc(now) }))
            yield* jobs.enqueue(tx, "answer-forgotten", { id })
          })
        ),

      find: Effect.fnUntraced(function* (askedId) {
        const [asked] = yield* run((db) => db.select().from(forgottens).where(eq(forgottens.id, askedId)))
        if (asked?.typed == null) return null
        const typed = Redacted.value(sealing.open(typedPlace(askedId), asked.typed))
        const isTheirs =
          asked.what === "username"
            ? inArray(logons.emailDigest, [...digests.allOf("email", typed.toLowerCase())])
            : eq(logons.usernameKey, usernameKey(typed))
        const found = yield* run((db) =>
          db.select({ id: logons.id }).from(logons).where(isTheirs).orderBy(logons.createdAt)
        )
        return { forgotten: asked.what, logonIds: found.map(({ id }) => id) }
      }),

      answered: (askedId) =>
        Effect.asVoid(run((db) => db.update(forgottens).set({ typed: null }).where(eq(forgottens.id, askedId))))
    })
  })
)
