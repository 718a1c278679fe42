import type { ApiKeys, Partners } from "@mtc-logon/core/partner"
import type { RuleSets } from "@mtc-logon/core/questions"
import type { PasswordHasher } from "@mtc-logon/core/logon"
import type { Effect, Layer } from "effect"
import type { Context, Hono } from "hono"
import type { MailDelivery } from "./channels/Mailer.ts"
import type { PostDelivery } from "./channels/postLayer.ts"
import type { TextDelivery } from "./channels/twilioDelivery.ts"
import type { Database } from "./database/Database.ts"
import type { PageTools } from "./hosted/PageTools.ts"
import type { Answer } from "./http/answer.ts"
import type { HttpEnv } from "./http/HttpEnv.ts"
import type { Jobs } from "./jobs/Jobs.ts"
import type { Live } from "./live/Live.ts"
import type { makeLiveSocket } from "./live/liveSocket.ts"
import type { Derived } from "./secrets/Derived.ts"
import type { Digests } from "./secrets/Digests.ts"
import type { Sealing } from "./secrets/Sealing.ts"

/** What the development tools ask of the server. */
export type DevelopmentPorts = Database | Derived | Digests | Jobs | Live

type SeedPorts = ApiKeys | Database | Digests | Partners | PasswordHasher | RuleSets | Sealing

/** What the app gives the development tools. */
export interface DevelopmentNeeds {
  readonly answer: Answer<DevelopmentPorts>
  readonly run: (effect: Effect.Effect<void, never, Database | Live>) => unknown
  readonly socketAddress: (c: Context) => string | undefined
  readonly liveSocket: ReturnType<typeof makeLiveSocket>
}

/**
 * The development tools as the rest of the server sees them.
 *
 * **Gotchas**
 *
 * They live in a folder that the published package leaves out, so nothing else imports them, not even a type. @adr 0023
 */
export interface Development {
  /** A clock that can be moved. */
  readonly clockLayer: Layer.Layer<never>
  /** Has the clock where the other development processes of the database have it. */
  readonly followClock: Effect.Effect<void, never, Database | Live>
  readonly deliver: MailDelivery
  readonly deliverText: TextDelivery
  readonly deliverLetter: PostDelivery
  /** Puts the people of the sandbox on file, with the test partner, whose pages are of these origins. */
  readonly seed: (origins: ReadonlyArray<string>) => Effect.Effect<void, never, SeedPorts>
  readonly pages: PageTools
  readonly routes: (needs: DevelopmentNeeds) => Hono<HttpEnv>
}
