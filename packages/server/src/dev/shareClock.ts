import { randomUUID } from "node:crypto"
import { Effect } from "effect"
import { Database } from "../database/Database.ts"
import { Live } from "../live/Live.ts"
import type { DevClock } from "./DevClock.ts"

/** What one development process says to the others of its database: how far the clock is moved; without it, it asks. */
interface Told {
  readonly from: string
  readonly movedMs?: number
}

/**
 * One clock for all development processes of a database, since they share the jobs that wait for it.
 *
 * **Details**
 *
 * `follow`: takes over where the others are, from now on. `tell`: says where this one is; the others go there.
 */
export const shareClock = (clock: DevClock) => {
  const self = randomUUID()
  const say = (told: Omit<Told, "from">) =>
    Effect.gen(function* () {
      const { transaction } = yield* Database
      const live = yield* Live
      yield* transaction((tx) => live.tell(tx, "clock", { from: self, ...told }))
    })
  const tell = Effect.suspend(() => say({ movedMs: clock.movedMs() }))
  const follow = Effect.gen(function* () {
    const run = Effect.runForkWith(yield* Effect.context<Database | Live>())
    const live = yield* Live
    live.subscribe("clock", {
      heard: (message) => {
        const { from, movedMs }: Told = JSON.parse(message)
        if (from === self) return
        if (movedMs !== undefined) clock.moveTo(movedMs)
        else if (clock.movedMs() !== 0) run(tell)
      },
      closed: () => {}
    })
    yield* say({})
  })
  return { follow, tell }
}
