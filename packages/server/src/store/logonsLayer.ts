import { followsOf, Keys, Logons, usernameKey } from "@mtc-logon/core/logon"
import type { Decide, Logon } from "@mtc-logon/core/logon"
import { eq } from "drizzle-orm"
import { Effect, Layer } from "effect"
import type { DateTime, Redacted } from "effect"
import { Database } from "../database/Database.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { AccessStore } from "./AccessStore.ts"
import { LogonStore } from "./LogonStore.ts"
import { takePlace } from "./takePlace.ts"

/** Lost races after which a change takes the lock: fifty writers of one logon would starve each other else. */
const mostRaces = 2

/** Keeps logons in the database. */
export const logonsLayer = Layer.effect(
  Logons,
  Effect.gen(function* () {
    const { db, run, transaction } = yield* Database
    const keys = yield* Keys
    const { changeLocked, conclude, find, keep, missNobody } = yield* LogonStore
    const place = yield* takePlace
    const { record } = yield* AccessStore

    const gone = Effect.die(new Error("There is no such logon"))

    const changeAfterRaces = <A, E>(
      id: string,
      now: DateTime.Utc,
      decide: Decide<A, E>,
      shown: ReadonlyArray<Redacted.Redacted>
    ) =>
      transaction((tx) =>
        Effect.gen(function* () {
          yield* place.lock(tx, id)
          const kept = yield* changeLocked(
            tx,
            id,
            now,
            Effect.fnUntraced(function* (logon) {
              const decided = decide(logon, keys)
              const taken = followsOf(decided.events).activates ? yield* place.take(tx, id, now) : []
              return { next: decided.next, answer: { ...decided, taken } }
            }),
            shown
          )
          if (kept === null) return yield* gone
          yield* conclude(tx, kept.next, kept.events, now)
          for (const { recorded, whose } of kept.taken) yield* record(tx, whose, recorded)
          return kept.answer
        })
      )

    const change = Effect.fnUntraced(function* <A, E>(
      of: string | Logon,
      now: DateTime.Utc,
      decide: Decide<A, E>,
      shown: ReadonlyArray<Redacted.Redacted> = []
    ) {
      const id = typeof of === "string" ? of : of.id
      for (let race = 0; race < mostRaces; race++) {
        const logon = race === 0 && typeof of !== "string" ? of : yield* find(db, { id }, now, shown)
        if (logon === null) return yield* gone
        const { answer, events, next } = decide(logon, keys)
        // Others lose their place: under locks, in their order.
        if (followsOf(events).activates && (yield* place.waits(db, id))) break
        const isNothing = next === logon && events.length === 0
        if (isNothing || (yield* transaction((tx) => keep(tx, logon, next, events, now)))) {
          return yield* Effect.fromResult(answer)
        }
      }
      return yield* Effect.fromResult(yield* changeAfterRaces(id, now, decide, shown))
    })

    return Logons.of({
      usernameTaken: (username) =>
        Effect.map(
          run((db) =>
            db
              .select({ id: logons.id })
              .from(logons)
              .where(eq(logons.usernameKey, usernameKey(username)))
          ),
          (rows) => rows.length > 0
        ),
      find: (by, now, shown) => find(db, by, now, shown),
      change,
      missNobody: (now, events) => transaction((tx) => missNobody(tx, events, now))
    })
  })
)
