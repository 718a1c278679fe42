import { DateTime, Duration, Effect, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { Hono } from "hono"
import type { Context } from "hono"
import { Database } from "../database/Database.ts"
import type { DevelopmentPorts } from "../Development.ts"
import type { Answer } from "../http/answer.ts"
import { sayIn } from "../say.ts"
import { localeOf } from "../http/localeOf.ts"
import { HttpError } from "../http/HttpError.ts"
import type { HttpEnv } from "../http/HttpEnv.ts"
import { readJson } from "../http/readJson.ts"
import { Jobs } from "../jobs/Jobs.ts"
import { Live } from "../live/Live.ts"
import type { makeLiveSocket } from "../live/liveSocket.ts"
import type { DevClock } from "./DevClock.ts"
import type { DevInbox } from "./DevInbox.ts"
import { inboxRoutes } from "./inboxRoutes.ts"
import { loopbackOnly } from "./loopbackOnly.ts"
import { newestSecurityCode } from "./newestSecurityCode.ts"
import { refusalScript } from "./refusalScript.ts"
import { toolsScript } from "./toolsScript.ts"

/** What a development server gives them. */
export interface DevTools {
  readonly inbox: DevInbox
  readonly clock: DevClock
  /** Says to the other processes of the database that the clock was moved. */
  readonly tellClock: Effect.Effect<void, never, Database | Live>
  /** The people of the sandbox, on the day that the clock shows. */
  readonly fixtures: (now: DateTime.Utc) => ReadonlyArray<object>
  /** The address that a call's socket comes from. */
  readonly socketAddress: (c: Context) => string | undefined
  readonly liveSocket: ReturnType<typeof makeLiveSocket>
}

const Instant = Schema.String.check(Schema.isPattern(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/u))
const Move = Schema.Struct({
  set: Schema.optionalKey(Instant),
  advanceSeconds: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 366 * 86_400 })))
})

const malformed = (path: string) => new HttpError({ reason: { _tag: "Malformed", paths: [path] } })

/**
 * The development tools, for this machine only: the inbox, the clock, the people of the sandbox, Populate.
 *
 * **Details**
 *
 * `GET /v1/dev/messages?to=`, `DELETE /v1/dev/messages`, `GET /v1/dev/messages/events` (socket; ticket from
 * `POST .../events-ticket`), `GET|POST /v1/dev/clock`, `GET /v1/dev/fixtures`, `GET /v1/dev/populate/security-code`,
 * `GET /dev/inbox`, `GET /dev/tools.js`, `GET /dev/refusal.js`.
 *
 * **Gotchas**
 *
 * Production never imports this file. @rule R-37
 */
export const devRoutes = (answer: Answer<DevelopmentPorts>, tools: DevTools) => {
  const { clock, fixtures, inbox, liveSocket, socketAddress, tellClock } = tools
  const readMove = readJson(Move)

  const move = Effect.fnUntraced(function* ({ advanceSeconds, set }: typeof Move.Type) {
    const at = set === undefined ? undefined : Date.parse(set)
    if (at !== undefined && Number.isNaN(at)) return yield* malformed("set")
    if (at === undefined && advanceSeconds === undefined) return yield* malformed("set")
    const first = at === undefined ? Duration.zero : clock.set(at)
    const second = advanceSeconds === undefined ? Duration.zero : clock.advance(Duration.seconds(advanceSeconds))
    const moved = Duration.toMillis(first) + Duration.toMillis(second)
    if (moved > 0) yield* (yield* Jobs).hasten(Duration.millis(moved))
    yield* tellClock
  })
  const shown = (c: Context) => Effect.map(DateTime.now, (now) => c.json({ now: DateTime.formatIso(now) }))

  return new Hono<HttpEnv>()
    .use("/v1/dev/*", loopbackOnly(socketAddress))
    .use("/dev/*", loopbackOnly(socketAddress))
    .get("/v1/dev/messages", (c) => c.json({ messages: inbox.list(c.req.query("to")) }))
    .delete("/v1/dev/messages", (c) => {
      inbox.clear()
      return c.body(null, 204)
    })
    .post("/v1/dev/messages/events-ticket", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const ticket = yield* (yield* Live).issueTicket("inbox")
          return c.json({ ticket: Redacted.value(ticket) }, 201)
        })
      )
    )
    .get(
      "/v1/dev/messages/events",
      liveSocket(() => "inbox")
    )
    .get("/v1/dev/clock", (c) => answer(c, shown(c)))
    .post("/v1/dev/clock", (c) => answer(c, Effect.andThen(Effect.flatMap(readMove(c), move), shown(c))))
    .get("/v1/dev/fixtures", (c) =>
      answer(
        c,
        Effect.map(DateTime.now, (now) => {
          const say = sayIn(localeOf(c))
          const words = {
            label: say("dev.fill.label"),
            button: say("dev.fill.button", { name: "{name}" }),
            populate: say("dev.populate"),
            populateNote: say("dev.populate-note")
          }
          return c.json({ words, people: fixtures(now) })
        })
      )
    )
    .get("/v1/dev/populate/security-code", (c) =>
      answer(
        c,
        Effect.map(newestSecurityCode(c), (code) => c.json({ code }))
      )
    )
    .get("/dev/tools.js", (c) => c.body(toolsScript, 200, { "content-type": "text/javascript" }))
    .get("/dev/refusal.js", (c) => c.body(refusalScript, 200, { "content-type": "text/javascript" }))
    .route("/dev", inboxRoutes(inbox))
}

/** Tells the open inboxes of each message that comes, until the answer is called. */
export const tellInbox = (inbox: DevInbox, run: (effect: Effect.Effect<void, never, Database | Live>) => unknown) =>
  inbox.subscribe(({ id, subject, to }) =>
    run(
      Effect.gen(function* () {
        const { transaction } = yield* Database
        const live = yield* Live
        yield* transaction((tx) => live.tell(tx, "inbox", { id, subject, to: to.address }))
      })
    )
  )
