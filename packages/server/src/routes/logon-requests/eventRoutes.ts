import { findLogonRequest } from "@mtc-logon/core/logon-request"
import { Effect, Redacted } from "effect"
import { Hono } from "hono"
import type { Answer } from "../../http/answer.ts"
import type { HttpEnv } from "../../http/HttpEnv.ts"
import { Live } from "../../live/Live.ts"
import type { makeLiveSocket } from "../../live/liveSocket.ts"
import type { Ports } from "../Ports.ts"
import { requestKey } from "./requestKey.ts"

/**
 * `POST /v1/logon-requests/{id}/events-ticket`: 201 with a ticket that opens `GET .../events?ticket=` once, within 30 seconds:
 * a WebSocket that tells what becomes of the request.
 */
export const eventRoutes = (answer: Answer<Ports>, liveSocket: ReturnType<typeof makeLiveSocket>) =>
  new Hono<HttpEnv>()
    .post("/:id/events-ticket", (c) =>
      answer(
        c,
        Effect.gen(function* () {
          const { id } = yield* findLogonRequest(yield* requestKey(c))
          const ticket = yield* (yield* Live).issueTicket(`logon-request:${id}`)
          return c.json({ ticket: Redacted.value(ticket) }, 201)
        })
      )
    )
    .get(
      "/:id/events",
      liveSocket((c) => `logon-request:${c.req.param("id") ?? ""}`)
    )
