import { Clock, Layer } from "effect"
import type { Effect } from "effect"
import type { Hono } from "hono"
import type { Context } from "hono"
import type { Database } from "../database/Database.ts"
import type { Answer } from "../http/answer.ts"
import type { HttpEnv } from "../http/HttpEnv.ts"
import type { Live } from "../live/Live.ts"
import type { makeLiveSocket } from "../live/liveSocket.ts"
import { makeDevClock } from "./DevClock.ts"
import { makeDevInbox } from "./DevInbox.ts"
import { devRoutes, tellInbox } from "./devRoutes.ts"
import type { DevPorts } from "./devRoutes.ts"
import { shareClock } from "./shareClock.ts"
import { sandboxFixtures } from "./seedSandbox.ts"

/** What the app gives the development tools. */
export interface DevelopmentNeeds {
  readonly answer: Answer<DevPorts>
  readonly run: (effect: Effect.Effect<void, never, Database | Live>) => unknown
  readonly socketAddress: (c: Context) => string | undefined
  readonly liveSocket: ReturnType<typeof makeLiveSocket>
}

/**
 * The development tools of one house: a clock that can be moved, an inbox, and their routes.
 *
 * **Gotchas**
 *
 * Production never imports this room.
 */
export const openDevelopment = () => {
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
    routes: ({ answer, liveSocket, run, socketAddress }: DevelopmentNeeds): Hono<HttpEnv> => {
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
