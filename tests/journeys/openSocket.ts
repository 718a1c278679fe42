import { once } from "node:events"
import { WebSocket } from "ws"
import type { Visitor } from "./visitorOf.ts"

/** Milliseconds within which the socket of a dead key closes. */
const mostMs = 5_000

/** Opens the socket of a request at a server that listens, and says how it closes: code and reason, or that it is open after five seconds. */
export const openSocket = async (
  visitor: Pick<Visitor, "call">,
  { id, token }: { readonly id: string; readonly token: string },
  { origin, port }: { readonly origin: string; readonly port: number }
) => {
  const { body } = await visitor.call<{ ticket: string }>("POST", `/v1/logon-requests/${id}/events-ticket`, {
    body: {},
    token
  })
  const socket = new WebSocket(`ws://localhost:${port}/v1/logon-requests/${id}/events?ticket=${body.ticket}`, {
    origin
  })
  const closed = once(socket, "close") as Promise<[number, Buffer]>
  await once(socket, "open")
  return {
    socket,
    closes: async (): Promise<string> => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<string>((resolve) => {
        timer = setTimeout(() => resolve("open after 5 s"), mostMs)
      })
      const code = await Promise.race([closed.then(([is, reason]) => `${is} ${String(reason)}`), late])
      clearTimeout(timer)
      socket.terminate()
      return code
    }
  }
}
