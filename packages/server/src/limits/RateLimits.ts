import { and, eq, gt, lt, sql } from "drizzle-orm"
import { Context, DateTime, Effect, Layer } from "effect"
import type { Duration } from "effect"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { rateLimitTable } from "../database/verificationAttemptTable.ts"
import { Digests } from "../secrets/Digests.ts"

/** A limit: how often one may, in how long. */
export interface RateLimit {
  /** Names its buckets, `log-in-per-ip`. */
  readonly name: string
  readonly uses: number
  readonly window: Duration.Input
  /** Each use makes the window begin anew. */
  readonly slides?: true
}

/** A use is allowed, with how many are left then; or the next one is at `retryAt`. */
export type RateLimitAnswer =
  | { readonly allowed: true; readonly left: number }
  | { readonly allowed: false; readonly retryAt: DateTime.Utc }

/** Counts how often somebody did something, over all processes of the server. */
export class RateLimits extends Context.Service<
  RateLimits,
  {
    /**
     * Takes one use of `whose` bucket, or so many, in one statement: of fifty at once at the edge exactly one is the last.
     *
     * **Details**
     *
     * The window begins with the first use. `whose` is kept as a keyed digest.
     *
     * **Gotchas**
     *
     * Many uses of which not all are left are refused, and leave none.
     */
    readonly use: (limit: RateLimit, whose: string, times?: number) => Effect.Effect<RateLimitAnswer>
    /** The same in the caller's transaction: a use that is not stored was none, and the others wait for its end. */
    readonly useIn: (tx: Db, limit: RateLimit, whose: string, times?: number) => Effect.Effect<RateLimitAnswer>
    /** What taking a use would answer, without taking it. */
    readonly ask: (limit: RateLimit, whose: string) => Effect.Effect<RateLimitAnswer>
    /** The same in the caller's transaction. */
    readonly askIn: (tx: Db, limit: RateLimit, whose: string) => Effect.Effect<RateLimitAnswer>
    /** Gives back one use that was allowed and turned out to be none; what was refused meanwhile counts for nothing. */
    readonly giveBack: (limit: RateLimit, whose: string) => Effect.Effect<void>
    /** Gives back all uses of `whose` bucket. */
    readonly clear: (limit: RateLimit, whose: string) => Effect.Effect<void>
    /** Removes buckets whose window is over. */
    readonly purge: Effect.Effect<void>
  }
>()("server/limits/RateLimits") {}

export const rateLimitsLayer = Layer.effect(
  RateLimits,
  Effect.gen(function* () {
    const { db, run } = yield* Database
    const digests = yield* Digests
    const { endsAt, startedAt, uses } = rateLimitTable

    const keyOf = (limit: RateLimit, whose: string) => digests.of("limit", `${limit.name}\0${whose}`)

    const useIn: RateLimits["Service"]["useIn"] = Effect.fnUntraced(function* (tx, limit, whose, times = 1) {
      const now = yield* DateTime.now
      const from = DateTime.toDateUtc(now)
      const until = DateTime.toDateUtc(DateTime.addDuration(now, limit.window))
      const isOver = sql`${endsAt} <= ${from.toISOString()}::timestamptz`
      const first = Math.min(times, limit.uses + 1)
      const [bucket] = yield* query(
        tx
          .insert(rateLimitTable)
          .values({ key: keyOf(limit, whose), uses: first, startedAt: from, endsAt: until })
          .onConflictDoUpdate({
            target: rateLimitTable.key,
            set: {
              uses: sql`case when ${isOver} then ${first} else least(${uses} + ${first}, ${limit.uses + 1}) end`,
              startedAt: sql`case when ${isOver} then excluded.started_at else ${startedAt} end`,
              endsAt: sql`case when ${isOver} or ${limit.slides === true} then excluded.ends_at else ${endsAt} end`
            }
          })
          .returning({ uses, endsAt })
      )
      return bucket!.uses <= limit.uses
        ? { allowed: true, left: limit.uses - bucket!.uses }
        : { allowed: false, retryAt: DateTime.fromDateUnsafe(bucket!.endsAt) }
    })

    const use: RateLimits["Service"]["use"] = (limit, whose, times) => useIn(db, limit, whose, times)

    const askIn: RateLimits["Service"]["askIn"] = Effect.fnUntraced(function* (tx, limit, whose) {
      const now = DateTime.toDateUtc(yield* DateTime.now)
      const isOn = and(eq(rateLimitTable.key, keyOf(limit, whose)), gt(endsAt, now))
      const [bucket] = yield* query(tx.select({ uses, endsAt }).from(rateLimitTable).where(isOn))
      if (bucket === undefined) return { allowed: true, left: limit.uses }
      return bucket.uses < limit.uses
        ? { allowed: true, left: limit.uses - bucket.uses }
        : { allowed: false, retryAt: DateTime.fromDateUnsafe(bucket.endsAt) }
    })

    const giveBack: RateLimits["Service"]["giveBack"] = Effect.fnUntraced(function* (limit, whose) {
      const now = DateTime.toDateUtc(yield* DateTime.now)
      yield* run((db) =>
        db
          .update(rateLimitTable)
          .set({ uses: sql`greatest(least(${uses}, ${limit.uses}) - 1, 0)` })
          .where(and(eq(rateLimitTable.key, keyOf(limit, whose)), gt(endsAt, now)))
      )
    })

    const clear: RateLimits["Service"]["clear"] = (limit, whose) =>
      Effect.asVoid(run((db) => db.delete(rateLimitTable).where(eq(rateLimitTable.key, keyOf(limit, whose)))))

    const purge = Effect.flatMap(DateTime.now, (now) =>
      run((db) => db.delete(rateLimitTable).where(lt(endsAt, DateTime.toDateUtc(now))))
    ).pipe(Effect.asVoid)

    const ask: RateLimits["Service"]["ask"] = (limit, whose) => askIn(db, limit, whose)

    return RateLimits.of({ use, useIn, ask, askIn, giveBack, clear, purge })
  })
)
