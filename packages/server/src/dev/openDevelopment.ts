import { Clock, Layer } from "effect"
import type { Development } from "../Development.ts"
import { makeDevClock } from "./DevClock.ts"
import { makeDevInbox } from "./DevInbox.ts"
import { devRoutes, tellInbox } from "./devRoutes.ts"
import { explainRefusal } from "./explainRefusal.ts"
import { shareClock } from "./shareClock.ts"
import { sandboxFixtures, seedSandbox } from "./seedSandbox.ts"

/**
 * The development tools of one server: a clock that can be moved, an inbox, and their routes.
 *
 * **Gotchas**
 *
 * Production never imports this room.
 */
export const openDevelopment = (): Development => {
  const clock = makeDevClock()
  const inbox = makeDevInbox()
  const shared = shareClock(clock)
  return {
    /** Has the clock where the other development processes of the database have it. */
    followClock: shared.follow,
    clockLayer: Layer.succeed(Clock.Clock, clock.clock),
    deliver: inbox.deliver,
    deliverText: inbox.deliverText,
    deliverLetter: inbox.deliverLetter,
    seed: seedSandbox,
    pages: { script: "/dev/tools.js", explain: explainRefusal },
    routes: ({ answer, liveSocket, run, socketAddress }) => {
      tellInbox(inbox, run)
      return devRoutes(answer, {
        inbox,
        clock,
        tellClock: shared.tell,
        fixtures: sandboxFixtures,
        socketAddress,
        liveSocket
      })
    }
  }
}
