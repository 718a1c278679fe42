import type { Setup, ToFrameMessage, ToPageMessage } from "../protocol/ToFrameMessage.ts"
import { parseToPageMessage } from "../protocol/parseToPageMessage.ts"

export interface FrameChannel {
  readonly send: (message: Exclude<ToFrameMessage, { type: "init" }>) => void
  readonly close: () => void
}

/**
 * Opens the channel to a loaded frame: one `init` to its exact origin with a port, then the port only.
 *
 * **Gotchas**
 *
 * A frame that was refused loads too (the parent is told no error), so whoever calls waits for `ready`, with a limit.
 */
export const openFrameChannel = (
  frame: HTMLIFrameElement,
  origin: string,
  setup: Setup & { readonly reference?: string },
  receive: (message: ToPageMessage) => void
): FrameChannel => {
  const { port1, port2 } = new MessageChannel()
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0")
  ).join("")
  let ready = false
  port1.onmessage = ({ data }) => {
    const message = parseToPageMessage(data)
    if (message === undefined) return
    // Before the frame has said the nonce nothing that it says counts, and it says it once.
    if (message.type === "ready" ? ready || message.nonce !== nonce : !ready) return
    ready = true
    receive(message)
  }
  frame.contentWindow?.postMessage({ ...setup, mtc: 1, type: "init", nonce }, origin, [port2])
  return { send: (message) => port1.postMessage(message), close: () => port1.close() }
}
