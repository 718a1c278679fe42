import { Duration, Effect } from "effect"
import type { Clock } from "effect"

/** The clock of a development server: the machine's, moved. */
export interface DevClock {
  /** Give it to the server: `Layer.succeed(Clock.Clock, clock)`. */
  readonly clock: Clock.Clock
  /** Moves the clock so that it is `epochMs` now; says how far it moved, negative where it went back. */
  readonly set: (epochMs: number) => Duration.Duration
  readonly advance: (by: Duration.Duration) => Duration.Duration
  /** Milliseconds that it is ahead of the machine's. */
  readonly movedMs: () => number
  readonly moveTo: (movedMs: number) => void
}

/** Makes a clock that shows the machine's time until it is moved, and runs on from wherever it is put. */
export const makeDevClock = (): DevClock => {
  let movedMs = 0
  const nowMs = () => Date.now() + movedMs
  const nowNanos = () => BigInt(nowMs()) * 1_000_000n
  const monotonicNanos = () => process.hrtime.bigint()
  const move = (byMs: number) => {
    movedMs += byMs
    return Duration.millis(byMs)
  }
  return {
    clock: {
      currentTimeMillisUnsafe: nowMs,
      currentTimeMillis: Effect.sync(nowMs),
      currentTimeNanosUnsafe: nowNanos,
      currentTimeNanos: Effect.sync(nowNanos),
      monotonicTimeNanosUnsafe: monotonicNanos,
      monotonicTimeNanos: Effect.sync(monotonicNanos),
      sleep: (duration) =>
        Effect.callback<void>((resume) => {
          const timer = setTimeout(() => resume(Effect.void), Duration.toMillis(duration))
          return Effect.sync(() => clearTimeout(timer))
        })
    },
    set: (epochMs) => move(epochMs - nowMs()),
    advance: (by) => move(Duration.toMillis(by)),
    movedMs: () => movedMs,
    moveTo: (to) => {
      movedMs = to
    }
  }
}
