import { randomUUID } from "node:crypto"
import { DateTime, Effect } from "effect"
import type { MailDelivery } from "../channels/Mailer.ts"

/** A message as the inbox keeps it. */
export interface DevMessage {
  readonly id: string
  readonly channel: "email"
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly preheader: string
  readonly html: string
  readonly text: string
  /** The first link in it, where there is one. */
  readonly link: string | null
  /** The six digits in it, where there are. */
  readonly code: string | null
  /** RFC 3339. */
  readonly at: string
}

/** What a development house sends, kept in memory and shown to whoever develops. */
export interface DevInbox {
  readonly deliver: MailDelivery
  /** Newest first; `to` is a whole address, in any case. */
  readonly list: (to?: string) => ReadonlyArray<DevMessage>
  readonly find: (id: string) => DevMessage | undefined
  readonly clear: () => void
  /** Calls back for each message that comes, until the answer is called. */
  readonly subscribe: (heard: (message: DevMessage) => void) => () => void
}

/** Messages kept; the oldest go first. */
const most = 500

const isFor = (address: string) => (message: DevMessage) => message.to.address.toLowerCase() === address.toLowerCase()

/** Makes an empty inbox; its `deliver` is one of the mailer's ways. */
export const makeDevInbox = (): DevInbox => {
  let messages: ReadonlyArray<DevMessage> = []
  const listeners = new Set<(message: DevMessage) => void>()
  return {
    deliver: ({ at, rendered, to }) =>
      Effect.sync(() => {
        const message: DevMessage = {
          id: randomUUID(),
          channel: "email",
          to,
          ...rendered,
          link: /https?:\/\/\S+/.exec(rendered.text)?.[0] ?? null,
          code: /\b\d{6}\b/.exec(rendered.text)?.[0] ?? null,
          at: DateTime.formatIso(at)
        }
        messages = [message, ...messages].slice(0, most)
        for (const heard of listeners) heard(message)
      }),
    list: (to) => (to === undefined ? messages : messages.filter(isFor(to))),
    find: (id) => messages.find((message) => message.id === id),
    clear: () => {
      messages = []
    },
    subscribe: (heard) => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    }
  }
}
