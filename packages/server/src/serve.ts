import { createServer } from "node:http"
import type { IncomingMessage } from "node:http"
import type { AddressInfo, Socket } from "node:net"
import { serve as serveHono } from "@hono/node-server"
import type { Hono } from "hono"
import { makeSocketServer } from "./live/makeSocketServer.ts"

/** What a connection may take, in milliseconds and bytes, and become: half-open and slow ones are ended. */
const bounds = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 8_192,
  // Any other upgrade is a plain call: nobody here would ever answer it.
  shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === "websocket"
}

/** A server that listens. */
export interface Served {
  readonly port: number
  /** Takes no new connection, waits for the calls that run, at most so long, then ends the rest. */
  readonly stop: (graceMs: number) => Promise<void>
}

/** Serves an app, with the WebSockets that it upgrades to. */
export const serve = (
  app: Pick<Hono, "fetch">,
  listen: { readonly host: string; readonly port: number }
): Promise<Served> =>
  new Promise((resolve, reject) => {
    const server = serveHono(
      {
        fetch: app.fetch,
        hostname: listen.host,
        port: listen.port,
        createServer,
        serverOptions: bounds,
        websocket: { server: makeSocketServer() }
      },
      ({ port }: AddressInfo) =>
        resolve({
          port,
          stop: (graceMs) =>
            new Promise((stopped) => {
              const end = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), graceMs)
              server.close(() => {
                clearTimeout(end)
                stopped()
              })
              if ("closeIdleConnections" in server) server.closeIdleConnections()
            })
        })
    )
    // Of a connection that was upgraded or is about to be, nobody else may listen when its caller hangs up.
    server.on("connection", (socket: Socket) => socket.on("error", () => {}))
    server.once("error", reject)
  })
