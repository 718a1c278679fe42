import type { WebSocketServerLike } from "@hono/node-server"
import { WebSocketServer } from "ws"

/**
 * What a socket may send: hardly anything, since nothing is read from it; and how long its end, in milliseconds, is waited
 * for.
 */
const bounds = {
  maxPayload: 4_096,
  maxFragments: 16,
  maxBufferedChunks: 64,
  perMessageDeflate: false,
  closeTimeout: 1_000
}

/** The end of the sockets that the HTTP server upgrades to: `serve({ websocket: { server } })`. */
export const makeSocketServer = () =>
  // The two packages' types differ in optional members only.
  new WebSocketServer({ noServer: true, ...bounds }) as unknown as WebSocketServer & WebSocketServerLike
