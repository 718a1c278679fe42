import { Effect } from "effect"

/**
 * Answers no sooner than so many milliseconds after it began, whatever came of it: no cause can be told by its time.
 *
 * **Gotchas**
 *
 * By the machine's own timer, not by `Clock`, which development and tests move.
 *
 * @rule D-09
 */
export const refusalFloor =
  (milliseconds: number) =>
  <A, E, R>(work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.suspend(() => {
      const until = performance.now() + milliseconds
      const rest = Effect.callback<void>((resume) => {
        // A timer may fire a millisecond early: look at the clock, and wait for what is left.
        const wait = () => {
          const left = until - performance.now()
          if (left <= 0) resume(Effect.void)
          else setTimeout(wait, left)
        }
        wait()
      })
      return Effect.ensuring(work, rest)
    })
