import { Clock, Duration, Effect, Layer } from "effect"

/** A clock that stands still until it is moved; what sleeps, sleeps by the machine's own timer. */
export interface MovableClock {
  readonly layer: Layer.Layer<never>
  readonly now: () => number
  readonly set: (iso: string) => void
  readonly advance: (by: Duration.Input) => void
}

/** The instant of the walk-through. */
export const goldenInstant = "2020-11-20T13:55:15-05:00"

export const movableClock = (iso: string = goldenInstant): MovableClock => {
  let at = Date.parse(iso)
  const nanos = () => BigInt(at) * 1_000_000n
  const clock: Clock.Clock = {
    currentTimeMillisUnsafe: () => at,
    currentTimeMillis: Effect.sync(() => at),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: () => process.hrtime.bigint(),
    monotonicTimeNanos: Effect.sync(() => process.hrtime.bigint()),
    sleep: (duration) => Effect.promise(() => new Promise((done) => setTimeout(done, Duration.toMillis(duration))))
  }
  return {
    layer: Layer.succeed(Clock.Clock, clock),
    now: () => at,
    set: (to) => {
      at = Date.parse(to)
    },
    advance: (by) => {
      at += Duration.toMillis(Duration.fromInputUnsafe(by))
    }
  }
}
