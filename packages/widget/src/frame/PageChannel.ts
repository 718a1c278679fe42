import { protocolVersion } from "../protocol/ToFrameMessage.ts"
import type { InitMessage, ToFrameMessage, ToPageMessage } from "../protocol/ToFrameMessage.ts"
import { parseToFrameMessage } from "../protocol/parseToFrameMessage.ts"

export interface PageChannel {
  readonly send: (message: ToPageMessage) => void
  /** Tells the height of the form, rounded and bounded, ten times a second at most. */
  readonly sendHeight: () => void
}

/** Milliseconds between two heights. */
const pause = 100

/** Whole px, up to the next 8, 120 to 8000: what is shown can hardly be read from it. */
export const heightOf = (pixels: number): number => Math.min(Math.max(Math.ceil(pixels / 8) * 8, 120), 8000)

const measure = (): number => heightOf(document.documentElement.getBoundingClientRect().height)

/**
 * Waits for the one `init` of the page around the frame, answers it at once and goes on over its port.
 *
 * **Details**
 *
 * It counts only from the parent window, from an origin of the partner's list, with a port, and in the right shape; then the
 * window is no longer listened to. The height goes with the answer, measured at once: a frame out of sight gets no
 * animation frames and no resize observations.
 */
export const awaitPage = (
  origins: ReadonlyArray<string>,
  begin: (init: InitMessage, channel: PageChannel) => void,
  receive: (message: ToFrameMessage) => void
): void => {
  const hear = (event: MessageEvent) => {
    const port = event.ports[0]
    if (event.source !== parent || parent === window || !origins.includes(event.origin) || port === undefined) return
    const init = parseToFrameMessage(event.data)
    if (init?.type !== "init") return
    removeEventListener("message", hear)
    let told = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const send = (message: ToPageMessage) => port.postMessage(message)
    const tellHeight = () => {
      timer = undefined
      const height = measure()
      if (height === told) return
      told = height
      send({ mtc: 1, type: "height", height })
    }
    port.onmessage = ({ data }) => {
      const message = parseToFrameMessage(data)
      if (message !== undefined && message.type !== "init") receive(message)
    }
    begin(init, {
      send,
      sendHeight: () => {
        timer ??= setTimeout(tellHeight, pause)
      }
    })
    told = measure()
    send({ mtc: 1, type: "ready", protocol: protocolVersion, nonce: init.nonce, height: told })
  }
  addEventListener("message", hear)
}
