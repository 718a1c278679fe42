import type { Setup, ToPageMessage } from "../protocol/ToFrameMessage.ts"
import { parseToPageMessage } from "../protocol/parseToPageMessage.ts"

/**
 * Opens the channel to a loaded frame: one `init` to its exact origin with a port, then the port only.
 *
 * **Gotchas**
 *
 * A refused frame also loads, without an error for the page. So the caller must wait for `ready`, with a time limit.
 */
export const openFrameChannel = (
  frame: HTMLIFrameElement,
  origin: string,
  setup: Setup & { readonly reference?: string },
  receive: (message: ToPageMessage) => void
): MessagePort => {
  const { port1, port2 } = new MessageChannel()
  const nonce = String(crypto.getRandomValues(new Uint32Array(4)))
  let ready = false
  port1.onmessage = ({ data }) => {
    const message = parseToPageMessage(data)
    if (message === undefined) return
    // Before the frame has said the nonce, which it says once, it can only say why it has no form.
    if (message.type === "ready" ? ready || message.nonce !== nonce : !ready && message.type !== "error") return
    ready ||= message.type === "ready"
    receive(message)
  }
  frame.contentWindow?.postMessage({ ...setup, mtc: 1, type: "init", nonce }, origin, [port2])
  return port1
}
