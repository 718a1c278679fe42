import { eq, lt, sql } from "drizzle-orm"
import { Context, DateTime, Effect, Layer } from "effect"
import type { Duration } from "effect"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { rateLimitTable } from "../database/rateLimitTable.ts"
import { Digests } from "../secrets/Digests.ts"

/** A limit: how often one may, in how long. */
export interface RateLimit {
  /** Names its buckets, `log-in-per-ip`. */
  readonly name: string
  readonly uses: number
  readonly window: Duration.Input
}

/** A use is allowed, with how many are left then; or the next one is at `retryAt`. */
export type RateLimitAnswer =
  | { readonly allowed: true; readonly left: number }
  | { readonly allowed: false; readonly retryAt: DateTime.Utc }

/** Counts how often somebody did something, over all processes of the house. */
export class RateLimits extends Context.Service<
  RateLimits,
  {
    /**
     * Takes one use of `whose` bucket, in one statement: of fifty at once at the edge exactly one is the last.
     *
     * **Details**
     *
     * The window begins with the first use. `whose` is kept as a keyed digest. `within` a transaction the use is given back
     * where that is undone, and the others wait for its end.
     */
    readonly use: (limit: RateLimit, whose: string, within?: Db) => Effect.Effect<RateLimitAnswer>
    /** Gives back all uses of `whose` bucket. */
    readonly clear: (limit: RateLimit, whose: string) => Effect.Effect<void>
    /** Removes buckets whose window is over. */
    readonly purge: Effect.Effect<void>
  }
>()("server/limits/RateLimits") {}

export const rateLimitsLayer = Layer.effect(
  RateLimits,
  Effect.gen(function* () {
    const { run } = yield* Database
    const digests = yield* Digests
    const { endsAt, startedAt, uses } = rateLimitTable

    const keyOf = (limit: RateLimit, whose: string) => digests.of("limit", `${limit.name}\0${whose}`)

    const use: RateLimits["Service"]["use"] = Effect.fnUntraced(function* (limit, whose, within) {
      const now = yield* DateTime.now
      const from = DateTime.toDateUtc(now)
      const until = DateTime.toDateUtc(DateTime.addDuration(now, limit.window))
      const isOver = sql`${endsAt} <= ${from.toISOString()}::timestamptz`
      const take = (db: Db) =>
        db
          .insert(rateLimitTable)
          .values({ key: keyOf(limit, whose), uses: 1, startedAt: from, endsAt: until })
          .onConflictDoUpdate({
            target: rateLimitTable.key,
            set: {
              uses: sql`case when ${isOver} then 1 else least(${uses} + 1, ${limit.uses + 1}) end`,
              startedAt: sql`case when ${isOver} then excluded.started_at else ${startedAt} end`,
              endsAt: sql`case when ${isOver} then excluded.ends_at else ${endsAt} end`
            }
          })
          .returning({ uses, endsAt })
      const [bucket] = yield* within === undefined ? run(take) : query(take(within))
      return bucket!.uses <= limit.uses
        ? { allowed: true, left: limit.uses - bucket!.uses }
        : { allowed: false, retryAt: DateTime.fromDateUnsafe(bucket!.endsAt) }
    })

    const clear: RateLimits["Service"]["clear"] = (limit, whose) =>
      Effect.asVoid(run((db) => db.delete(rateLimitTable).where(eq(rateLimitTable.key, keyOf(limit, whose)))))

    const purge = Effect.flatMap(DateTime.now, (now) =>
      run((db) => db.delete(rateLimitTable).where(lt(endsAt, DateTime.toDateUtc(now))))
    ).pipe(Effect.asVoid)

    return RateLimits.of({ use, clear, purge })
  })
)
