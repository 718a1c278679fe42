import { Data, DateTime, Effect, Schedule } from "effect"
import type { Exit } from "effect"
import { Database } from "../database/Database.ts"
import { RateLimits } from "./RateLimits.ts"
import type { RateLimit } from "./RateLimits.ts"

/** An attempt was not made: its limits are used up by failures until `retryAt`, or by others that are still looked at. */
export class AttemptRefused extends Data.TaggedError("AttemptRefused")<{
  readonly limit: "reached" | "in-progress"
  readonly retryAt: DateTime.Utc
}> {}

/** What an attempt turned out to be: it uses up a place, it was none, or it makes all failures good. */
export type AttemptOutcome = "failure" | "none" | "success"

/** How long an attempt waits for the others, and how long it waits between two looks at them. */
const patience = { looks: 20, pause: "100 millis" } as const

/** One that nobody ended, since its process was killed, is in progress so long. */
const inProgress = { name: "in-progress", uses: 1_000_000, window: "30 seconds", slides: true } as const

/**
 * Makes an attempt whose failures are limited.
 *
 * **Details**
 *
 * It takes its place before it is looked at, so that fifty guesses at once are as many as the limit has. One in progress is
 * no failure: whoever finds no place while others are looked at waits two seconds for them, and may then come again.
 *
 * **Gotchas**
 *
 * Beginners of one bucket go one after the other, since each locks the count of those in progress first; whoever ends
 * gives its places back before it leaves that count. So a lock is told exactly when nobody in progress has a place.
 */
export const attemptUnder = <F>(
  limits: ReadonlyArray<RateLimit>,
  whose: string,
  refusal: (refused: AttemptRefused) => F
) =>
  Effect.fnUntraced(function* <A, E, R>(
    work: Effect.Effect<A, E, R>,
    outcome: (exit: Exit.Exit<A, E>) => AttemptOutcome
  ) {
    const { transaction } = yield* Database
    const { clear, giveBack, useIn } = yield* RateLimits
    const others = { ...inProgress, name: limits.map(({ name }) => name).join("+") + "-in-progress" }

    const begin = transaction((tx) =>
      Effect.gen(function* () {
        const going = yield* useIn(tx, others, whose)
        const alone = going.allowed && going.left === others.uses - 1
        for (const limit of limits) {
          const place = yield* useIn(tx, limit, whose)
          if (place.allowed) continue
          const retryAt = alone ? place.retryAt : DateTime.addDuration(yield* DateTime.now, "1 second")
          return yield* new AttemptRefused({ limit: alone ? "reached" : "in-progress", retryAt })
        }
      })
    )
    const mayWait = (refused: AttemptRefused) => refused.limit === "in-progress"
    const beginSoon = Effect.retry(begin, {
      while: mayWait,
      times: patience.looks,
      schedule: Schedule.spaced(patience.pause)
    })
    const end = Effect.fnUntraced(function* (exit: Exit.Exit<A, E>) {
      const as = outcome(exit)
      if (as !== "failure")
        yield* Effect.forEach(limits, (limit) => (as === "success" ? clear : giveBack)(limit, whose))
      yield* giveBack(others, whose)
    })
    return yield* Effect.acquireUseRelease(
      Effect.mapError(beginSoon, refusal),
      () => work,
      // Where not even that can be stored, what is answered is what came of the work.
      (_, exit) => Effect.ignoreCause(end(exit))
    )
  })
