import { usernameKey } from "@mtc-logon/core/logon"
import { Recoveries, RecoveryError } from "@mtc-logon/core/recovery"
import type { ForgottenFacts } from "@mtc-logon/core/recovery"
import { and, asc, eq, gt, inArray } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { forgottenTable as forgottens } from "../database/forgottenTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { recoveryTable as recoveries } from "../database/recoveryTable.ts"
import { Jobs } from "../jobs/Jobs.ts"
import { Derived } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { keptLogonOf } from "./keptLogonOf.ts"
import { recordEvents } from "./recordEvents.ts"
import { storeLogonChange } from "./storeLogonChange.ts"

const typedPlace = (row: string) => ({ table: "forgotten", column: "typed", row })

/** Links and misses of the last two days: more than any window of a rule set. */
const lookBack = (now: DateTime.Utc) => DateTime.toDateUtc(DateTime.subtract(now, { hours: 48 }))

/** Keeps the ways back into a logon in the database. */
export const recoveriesLayer = Layer.effect(
  Recoveries,
  Effect.gen(function* () {
    const { db, transaction } = yield* Database
    const derived = yield* Derived
    const digests = yield* Digests
    const ids = yield* Ids
    const jobs = yield* Jobs
    const sealing = yield* Sealing
    const record = yield* recordEvents
    const store = yield* storeLogonChange

    const sentTo = Effect.fnUntraced(function* (on: Db, logonId: string, now: DateTime.Utc) {
      const rows = yield* query(
        on
          .select()
          .from(recoveries)
          .where(and(eq(recoveries.logonId, logonId), gt(recoveries.createdAt, lookBack(now))))
          .orderBy(asc(recoveries.createdAt))
      )
      const missesAt = rows.flatMap((row) => row.missesAt).sort()
      return {
        linksAt: rows.map(({ createdAt }) => DateTime.fromDateUnsafe(createdAt)),
        missesAt: missesAt.map((at) => DateTime.makeUnsafe(at))
      }
    })

    const linkOf = (link: Redacted.Redacted) => derived.readLinkToken("password-reset", link)

    const factsOf = Effect.fnUntraced(function* (on: Db, id: string, lock: "lock" | "look", now: DateTime.Utc) {
      const [known] = yield* query(on.select().from(recoveries).where(eq(recoveries.id, id)))
      if (known === undefined) return null
      const ofLogon = on.select().from(logons).where(eq(logons.id, known.logonId))
      const [logon] = yield* query(lock === "lock" ? ofLogon.for("update") : ofLogon)
      const ofLink = on.select().from(recoveries).where(eq(recoveries.id, id))
      const [link] = yield* query(lock === "lock" ? ofLink.for("update") : ofLink)
      if (logon === undefined || link === undefined) return null
      const { missesAt } = yield* sentTo(on, logon.id, now)
      const facts = {
        link: {
          id,
          state: link.state,
          expiresAt: DateTime.fromDateUnsafe(link.expiresAt),
          wrongAnswers: link.missesAt.length
        },
        status: logon.status,
        missesAt,
        logon: keptLogonOf(sealing, logon)
      }
      return { facts, logon, link }
    })

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

      answer: (askedId, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const [asked] = yield* query(tx.select().from(forgottens).where(eq(forgottens.id, askedId)).for("update"))
            if (asked?.typed == null) return
            const typed = sealing.open(typedPlace(askedId), asked.typed)
            yield* query(tx.update(forgottens).set({ typed: null }).where(eq(forgottens.id, askedId)))
            const isTheirs =
              asked.what === "username"
                ? inArray(logons.emailDigest, [...digests.allOf("email", Redacted.value(typed).toLowerCase())])
                : eq(logons.usernameKey, usernameKey(Redacted.value(typed)))
            const found = yield* query(tx.select().from(logons).where(isTheirs).orderBy(logons.createdAt).for("update"))
            for (const { id: logonId, status } of found) {
              const recoveryId = ids.make("recovery")
              const { linksAt, missesAt } = yield* sentTo(tx, logonId, now)
              const facts: ForgottenFacts = { forgotten: asked.what, status, linksAt, missesAt, recoveryId }
              const { events, next } = decide(facts)
              if (next !== null) {
                yield* query(
                  tx
                    .update(recoveries)
                    .set({ state: "superseded" })
                    .where(and(eq(recoveries.logonId, logonId), eq(recoveries.state, "open")))
                )
                yield* query(
                  tx.insert(recoveries).values({
                    id: recoveryId,
                    logonId,
                    state: "open",
                    missesAt: [],
                    createdAt: DateTime.toDateUtc(now),
                    expiresAt: DateTime.toDateUtc(next.linkUntil)
                  })
                )
              }
              yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about: { logonId } })
            }
          })
        ),

      find: Effect.fnUntraced(function* (link, now) {
        const id = linkOf(link)
        const found = id === undefined ? null : yield* factsOf(db, id, "look", now)
        if (found === null) return null
        const { secretAnswerHash } = found.logon
        return {
          ...found.facts,
          secretAnswerHash: secretAnswerHash === "" ? null : Redacted.make(secretAnswerHash)
        }
      }),

      change: (link, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const id = linkOf(link)
            const found = id === undefined ? null : yield* factsOf(tx, id, "lock", now)
            if (found === null || id === undefined) return yield* new RecoveryError({ reason: { _tag: "LinkRefused" } })
            const { facts, link: row, logon } = found
            const notMeId = ids.make("not-me-code")
            const { answer, events, next } = decide({ ...facts, notMeId })
            if (next._tag === "Missed") {
              const missesAt = [...row.missesAt, DateTime.formatIso(now)]
              yield* query(tx.update(recoveries).set({ missesAt }).where(eq(recoveries.id, id)))
            }
            if (next._tag === "Used") {
              const usedAt = DateTime.toDateUtc(now)
              yield* query(tx.update(recoveries).set({ state: "used", usedAt }).where(eq(recoveries.id, id)))
              yield* store(tx, logon, notMeId, next, now)
            }
            const about = { logonId: logon.id }
            yield* record(tx, { subjectId: logon.id, actor: "person", at: now, events, about })
            return answer
          })
        )
    })
  })
)
