import { createServer } from "node:http"
import type { IncomingMessage } from "node:http"
import type { AddressInfo, Socket } from "node:net"
import { serve as serveHono } from "@hono/node-server"
import type { Hono } from "hono"
import { makeSocketServer } from "./live/liveSocket.ts"

/** What a connection may take, in milliseconds and bytes, and become: half-open and slow ones are ended. */
const bounds = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 8_192,
  // Any other upgrade is a plain call: nobody here would ever answer it.
  shouldUpgradeCallback: ({ headers, headersDistinct, method, url = "" }: IncomingMessage) =>
    headers.upgrade?.toLowerCase() === "websocket" &&
    method === "GET" &&
    headersDistinct.host?.length === 1 &&
    /\/events(?:\?|$)/.test(url)
}

/** The close code of RFC 6455 for a server that goes down. */
const goingAway = 1001

/** A listening server. */
export interface Served {
  readonly port: number
  /**
   * Accepts no new connections, notifies the sockets, waits up to the given time for running calls, then ends the
   * rest.
   */
  readonly stop: (graceMs: number) => Promise<void>
}

/** Serves an app, including its WebSockets. */
export const serve = (
  app: Pick<Hono, "fetch">,
  listen: { readonly host: string; readonly port: number }
): Promise<Served> =>
  new Promise((resolve, reject) => {
    const sockets = makeSocketServer()
    const connections = new Set<Socket>()
    const server = serveHono(
      {
        fetch: app.fetch,
        hostname: listen.host,
        port: listen.port,
        createServer,
        serverOptions: bounds,
        websocket: { server: sockets }
      },
      ({ port }: AddressInfo) =>
        resolve({
          port,
          stop: (graceMs) =>
            new Promise((stopped) => {
              const end = setTimeout(() => connections.forEach((connection) => connection.destroy()), graceMs)
              server.close(() => {
                clearTimeout(end)
                stopped()
              })
              if ("closeIdleConnections" in server) server.closeIdleConnections()
              // Whoever asks for a socket from now on gets none.
              sockets.close()
              for (const socket of sockets.clients) socket.close(goingAway)
            })
        })
    )
    server.on("connection", (connection: Socket) => {
      connections.add(connection)
      connection.on("close", () => connections.delete(connection))
      // Of one that was upgraded or is about to be, nobody else may listen when its caller hangs up.
      connection.on("error", () => {})
    })
    server.once("error", reject)
  })
