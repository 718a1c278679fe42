import { upgradeWebSocket } from "@hono/node-server"
import { Redacted } from "effect"
import type { Effect } from "effect"
import type { Context, MiddlewareHandler } from "hono"
import type { WebSocket } from "ws"
import type { Live, LiveTopic } from "./Live.ts"

/** How many connections one may hold, and how often each must show that it lives. */
const bounds = { perTopic: 5, perAddress: 20, pingMs: 30_000 }

/** Close codes of RFC 6455: over by itself; too many. */
const over = 1000

/** What the sockets of an app need of it. */
export interface LiveSocketNeeds {
  readonly live: Live["Service"]
  readonly run: <A>(effect: Effect.Effect<A>) => Promise<A>
  /** Exact origins of pages that may connect. */
  readonly origins: ReadonlyArray<string>
  /** Who calls: one address is one caller. */
  readonly addressOf: (c: Context) => string
}

const count = (counts: Map<string, number>, key: string, by: number) => {
  const next = (counts.get(key) ?? 0) + by
  if (next <= 0) counts.delete(key)
  else counts.set(key, next)
  return next
}

const keepAlive = (socket: WebSocket): NodeJS.Timeout => {
  let isAlive = true
  socket.on("pong", () => {
    isAlive = true
  })
  return setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    return socket.ping()
  }, bounds.pingMs)
}

/**
 * Makes the route handlers that open a socket on a topic: `GET ...?ticket=`.
 *
 * **Details**
 *
 * The page's origin is looked at, then the ticket is used up, both before the upgrade: 403 for either, 429 for the sixth
 * socket on a topic or the 21st of an address. Nothing that comes over a socket is read; 4 KiB are its end.
 */
export const makeLiveSocket = ({ addressOf, live, origins, run }: LiveSocketNeeds) => {
  const topicCounts = new Map<string, number>()
  const addressCounts = new Map<string, number>()

  const upgrade = (topic: LiveTopic, address: string) =>
    upgradeWebSocket(() => {
      let stop = () => {}
      return {
        onOpen: (_, ws) => {
          count(topicCounts, topic, 1)
          count(addressCounts, address, 1)
          const pings = keepAlive(ws.raw as unknown as WebSocket)
          const unsubscribe = live.subscribe(topic, {
            heard: (message) => ws.send(message),
            closed: () => ws.close(over)
          })
          stop = () => {
            clearInterval(pings)
            unsubscribe()
            count(topicCounts, topic, -1)
            count(addressCounts, address, -1)
          }
        },
        onClose: () => stop()
      }
    })

  return (topicOf: (c: Context) => LiveTopic): MiddlewareHandler =>
    async (c, next) => {
      if (!origins.includes(c.req.header("origin") ?? "")) return c.body(null, 403)
      const topic = await run(live.redeem(Redacted.make(c.req.query("ticket") ?? "")))
      if (topic === undefined || topic !== topicOf(c)) return c.body(null, 403)
      const address = addressOf(c)
      const full =
        (topicCounts.get(topic) ?? 0) >= bounds.perTopic || (addressCounts.get(address) ?? 0) >= bounds.perAddress
      if (full) return c.body(null, 429)
      if (c.req.header("upgrade")?.toLowerCase() !== "websocket") return c.body(null, 426)
      return upgrade(topic, address)(c, next)
    }
}
