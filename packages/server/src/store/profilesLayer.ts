import { ProfileError, Profiles } from "@mtc-logon/core/profile"
import type { ProfileEvent, ProfileFacts, ProfileState } from "@mtc-logon/core/profile"
import type { Change } from "@mtc-logon/core/decisions"
import { and, eq } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { emailChangeTable as emailChanges } from "../database/emailChangeTable.ts"
import { logonTable as logons } from "../database/logonTable.ts"
import { Derived } from "../secrets/Derived.ts"
import { Ids } from "../secrets/Ids.ts"
import { Sealing } from "../secrets/Sealing.ts"
import { endLinks } from "./endLogOns.ts"
import { keptLogonOf } from "./keptLogonOf.ts"
import type { LogonRow } from "./keptLogonOf.ts"
import { recordEvents } from "./recordEvents.ts"
import { storeLogonChange } from "./storeLogonChange.ts"

const refused = () => new ProfileError({ reason: { _tag: "LinkRefused" } })
const emailPlace = (row: string) => ({ table: "email_change", column: "email", row })

/** Keeps what logons say of themselves in the database. */
export const profilesLayer = Layer.effect(
  Profiles,
  Effect.gen(function* () {
    const { run, transaction } = yield* Database
    const derived = yield* Derived
    const ids = yield* Ids
    const sealing = yield* Sealing
    const record = yield* recordEvents
    const store = yield* storeLogonChange

    const lock = Effect.fnUntraced(function* (tx: Db, logonId: string) {
      const [row] = yield* query(tx.select().from(logons).where(eq(logons.id, logonId)).for("update"))
      if (row === undefined) return yield* Effect.die(new Error("A session of no logon"))
      return row
    })
    const factsOf = (row: LogonRow): ProfileFacts => ({
      logon: keptLogonOf(sealing, row),
      notMeId: ids.make("not-me-code")
    })
    const keep = Effect.fnUntraced(function* <A>(
      tx: Db,
      row: LogonRow,
      { logon, notMeId }: ProfileFacts,
      sessionId: string,
      now: DateTime.Utc,
      { answer, events, next }: Change<ProfileState, ProfileEvent, A>
    ) {
      yield* store(tx, row, notMeId, next, now, sessionId)
      yield* record(tx, {
        subjectId: logon.logonId,
        actor: "person",
        at: now,
        events,
        about: { logonId: logon.logonId }
      })
      return answer
    })

    return Profiles.of({
      find: Effect.fnUntraced(function* (logonId) {
        const [row] = yield* run((db) => db.select().from(logons).where(eq(logons.id, logonId)))
        if (row === undefined) return yield* Effect.die(new Error("A session of no logon"))
        return keptLogonOf(sealing, row)
      }),

      change: (logonId, sessionId, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const row = yield* lock(tx, logonId)
            const facts = factsOf(row)
            const decided = decide(facts)
            if (Result.isFailure(decided)) return yield* new ProfileError({ reason: decided.failure })
            return yield* keep(tx, row, facts, sessionId, now, decided.success)
          })
        ),

      askEmail: (logonId, email, now, expiresAt) =>
        transaction((tx) =>
          Effect.gen(function* () {
            yield* lock(tx, logonId)
            const id = ids.make("email-change")
            yield* query(
              tx
                .update(emailChanges)
                .set({ state: "superseded" })
                .where(and(eq(emailChanges.logonId, logonId), eq(emailChanges.state, "open")))
            )
            yield* query(
              tx.insert(emailChanges).values({
                id,
                logonId,
                email: sealing.seal(emailPlace(id), email),
                state: "open",
                createdAt: DateTime.toDateUtc(now),
                expiresAt: DateTime.toDateUtc(expiresAt)
              })
            )
            const events = [{ _tag: "EmailChangeAsked", emailChangeId: id }] as const
            yield* record(tx, { subjectId: logonId, actor: "person", at: now, events, about: { logonId } })
          })
        ),

      confirmEmail: (logonId, sessionId, link, now, decide) =>
        transaction((tx) =>
          Effect.gen(function* () {
            const id = derived.readLinkToken("email-change", link)
            if (id === undefined) return yield* refused()
            const row = yield* lock(tx, logonId)
            const [asked] = yield* query(tx.select().from(emailChanges).where(eq(emailChanges.id, id)).for("update"))
            if (asked?.logonId !== logonId) return yield* refused()
            const facts = factsOf(row)
            const decided = decide({
              ...facts,
              email: Redacted.value(sealing.open(emailPlace(id), asked.email)),
              link: { state: asked.state, expiresAt: DateTime.fromDateUnsafe(asked.expiresAt) }
            })
            if (Result.isFailure(decided)) return yield* new ProfileError({ reason: decided.failure })
            const usedAt = DateTime.toDateUtc(now)
            yield* query(tx.update(emailChanges).set({ state: "used", usedAt }).where(eq(emailChanges.id, id)))
            // Whatever was mailed to the address before opens nothing any more.
            yield* endLinks(tx, logonId)
            return yield* keep(tx, row, facts, sessionId, now, decided.success)
          })
        )
    })
  })
)
