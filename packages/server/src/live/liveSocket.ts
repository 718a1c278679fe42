import { upgradeWebSocket } from "@hono/node-server"
import { Redacted } from "effect"
import type { Effect } from "effect"
import type { Context, MiddlewareHandler } from "hono"
import type { WebSocket } from "ws"
import type { Live, LiveTopic } from "./Live.ts"
import type { WebSocketServerLike } from "@hono/node-server"
import { WebSocketServer } from "ws"

/**
 * How many connections one may hold, how often each must show that it lives, and how often their keys are looked at:
 * `lookMs` and a slow database stay under the five seconds in which a socket outlives its key.
 */
const bounds = { perTopic: 5, perAddress: 20, pingMs: 30_000, lookMs: 2_000 }

/** How a socket closes whose key is dead: what that key is answered over HTTP. @adr 0035 */
const deadKey = { code: 4404, reason: "not_found" }

/** What the sockets of an app need of it. */
export interface LiveSocketNeeds {
  readonly live: Live["Service"]
  readonly run: <A>(effect: Effect.Effect<A>) => Promise<A>
  /** Exact origins of pages that may connect. */
  readonly origins: ReadonlyArray<string>
  /** Who calls: one address is one caller. */
  readonly addressOf: (c: Context) => string
}

/** A socket that is open, with the mark of the key that opened it. */
interface OpenSocket {
  readonly topic: LiveTopic
  readonly address: string
  readonly key: string
  readonly end: () => void
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

/** Looks at the keys of the sockets that are open, and ends those whose key is dead or another's by now. */
const watchKeys = (sockets: ReadonlySet<OpenSocket>, { live, run }: LiveSocketNeeds) => {
  let next: NodeJS.Timeout | undefined
  const look = async () => {
    const asked = [...sockets]
    try {
      const keys = await run(live.keysOf([...new Set(asked.map(({ topic }) => topic))]))
      for (const { end, key, topic } of asked) if (keys.get(topic) !== key) end()
    } catch {
      // The database cannot be asked now: the next look asks it.
    }
    next = undefined
    watch()
  }
  const watch = () => {
    if (sockets.size > 0) next ??= setTimeout(() => void look(), bounds.lookMs).unref()
  }
  return watch
}

/**
 * Makes the route handlers that open a socket on a topic: `GET ...?ticket=`.
 *
 * **Details**
 *
 * The page's origin is looked at, then the ticket is used up, both before the upgrade: 403 for either, 429 for the sixth
 * socket on a topic or the 21st of an address. Nothing that comes over a socket is read; 4 KiB are its end. A socket closes
 * with 4404 within five seconds of the death of the key that opened it, in whatever process that died.
 */
export const makeLiveSocket = (needs: LiveSocketNeeds) => {
  const { addressOf, live, origins, run } = needs
  const sockets = new Set<OpenSocket>()
  const watch = watchKeys(sockets, needs)
  const count = (is: (socket: OpenSocket) => boolean) => [...sockets].filter(is).length

  const upgrade = (topic: LiveTopic, address: string, key: string) =>
    upgradeWebSocket(() => {
      let stop = () => {}
      return {
        onOpen: (_, ws) => {
          const end = () => ws.close(deadKey.code, deadKey.reason)
          const socket = { topic, address, key, end }
          sockets.add(socket)
          watch()
          const pings = keepAlive(ws.raw as unknown as WebSocket)
          const unsubscribe = live.subscribe(topic, { heard: (message) => ws.send(message), closed: end })
          stop = () => {
            clearInterval(pings)
            unsubscribe()
            sockets.delete(socket)
          }
        },
        onClose: () => stop()
      }
    })

  return (topicOf: (c: Context) => LiveTopic): MiddlewareHandler =>
    async (c, next) => {
      if (!origins.includes(c.req.header("origin") ?? "")) return c.body(null, 403)
      const topic = topicOf(c)
      // Before the ticket: whoever changes the key in between makes the ticket void, too.
      const key = (await run(live.keysOf([topic]))).get(topic)
      const opened = await run(live.redeem(Redacted.make(c.req.query("ticket") ?? "")))
      if (opened !== topic || key === undefined) return c.body(null, 403)
      const address = addressOf(c)
      const full =
        count((each) => each.topic === topic) >= bounds.perTopic ||
        count((each) => each.address === address) >= bounds.perAddress
      if (full) return c.body(null, 429)
      if (c.req.header("upgrade")?.toLowerCase() !== "websocket") return c.body(null, 426)
      return upgrade(topic, address, key)(c, next)
    }
}

/**
 * What a socket may send: hardly anything, since nothing is read from it; and how long its end, in milliseconds, is waited
 * for.
 */
const socketBounds = {
  maxPayload: 4_096,
  maxFragments: 16,
  maxBufferedChunks: 64,
  perMessageDeflate: false,
  closeTimeout: 1_000
}

/** The end of the sockets that the HTTP server upgrades to: `serve({ websocket: { server } })`. */
export const makeSocketServer = () =>
  // The two packages' types differ in optional members only.
  new WebSocketServer({ noServer: true, ...socketBounds }) as unknown as WebSocketServer & WebSocketServerLike
