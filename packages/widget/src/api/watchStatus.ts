import type { LogonRequestStatusView } from "@mtc-logon/core/logon-request"
import type { Api } from "./Api.ts"
import type { RequestKey } from "./RequestKey.ts"

/** `over`: the key of the request is dead, and nothing more is told. */
export type Status = LogonRequestStatusView["status"] | "over"

/** Milliseconds between two looks where no socket can be had. */
const pollEvery = 2_000

/** The close code of a socket whose key is dead: asking again with it would be answered 404. */
const deadKey = 4404

/** How far a request is at each status. */
const places: Readonly<Record<Status, number>> = {
  draft: 0,
  submitted: 1,
  approved: 2,
  referred: 2,
  denied: 2,
  activated: 3,
  expired: 3,
  "two-step-ready": 4,
  over: 5
}

const isStatus = (word: unknown): word is Status => typeof word === "string" && Object.hasOwn(places, word)

const statusOf = (message: unknown): Status | undefined => {
  try {
    const { status }: { status?: unknown } = JSON.parse(String(message))
    return isStatus(status) ? status : undefined
  } catch {
    return undefined
  }
}

const socketUrl = (base: string, path: string): string => {
  const url = new URL(path, base === "" ? location.href : base)
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:"
  return url.href
}

/**
 * Tells what becomes of a submitted request, over the live socket; by looking every two seconds where there is none.
 * Returns the way to stop.
 *
 * **Gotchas**
 *
 * A look that was begun before something happened may be answered after it was told: nothing goes back.
 */
export const watchStatus = (api: Api, key: RequestKey, told: (status: Status) => void): (() => void) => {
  let stopped = false
  let place = 0
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = (status: Status) => {
    if (places[status] < place) return
    place = places[status]
    told(status)
  }

  const look = async () => {
    if (stopped) return
    const reply = await api("GET /v1/logon-requests/{id}", { key })
    if (stopped) return
    if (reply.ok) tell(reply.value.status)
    if (!reply.ok && reply.problem.code === "not_found") tell("over")
    else timer = setTimeout(() => void look(), pollEvery)
  }

  const listen = async () => {
    const reply = await api("POST /v1/logon-requests/{id}/events-ticket", { key })
    if (stopped) return
    if (!reply.ok) return look()
    const path = `/v1/logon-requests/${key.id}/events?ticket=${encodeURIComponent(reply.value.ticket)}`
    try {
      socket = new WebSocket(socketUrl(api.base, path))
    } catch {
      return look()
    }
    socket.addEventListener("message", ({ data }) => {
      const status = statusOf(data)
      if (status !== undefined && !stopped) tell(status)
    })
    socket.addEventListener("close", ({ code }) => {
      if (code !== deadKey) return void look()
      if (!stopped) tell("over")
    })
    // What happened between the submit and the open socket is in the state.
    socket.addEventListener("open", () => {
      void api("GET /v1/logon-requests/{id}", { key }).then((reply) => {
        if (reply.ok && !stopped) tell(reply.value.status)
      })
    })
  }

  void listen()
  return () => {
    stopped = true
    clearTimeout(timer)
    socket?.close()
  }
}
