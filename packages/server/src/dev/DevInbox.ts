import { randomUUID } from "node:crypto"
import { DateTime, Effect, Redacted } from "effect"
import type { MailDelivery } from "../channels/Mailer.ts"
import type { PostDelivery } from "../channels/postLayer.ts"
import type { TextDelivery } from "../channels/twilioDelivery.ts"

export type DevChannel = "email" | "sms" | "post"

/** A message as the inbox keeps it. */
export interface DevMessage {
  readonly id: string
  /** A mail, a letter, or a text message on the development phone: that has no HTML, and its first line is its subject. */
  readonly channel: DevChannel
  /** `address` of a text message is a number, E.164; of a letter, the lines of its envelope. */
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly preheader: string
  readonly html: string
  readonly text: string
  /** The first link in it, where there is one. */
  readonly link: string | null
  /** The six digits in it, where there are; of a letter, the letter ID or the code. */
  readonly code: string | null
  /** RFC 3339. */
  readonly at: string
}

/** What a development server sends, kept in memory and shown to whoever develops. */
export interface DevInbox {
  readonly deliver: MailDelivery
  readonly deliverText: TextDelivery
  readonly deliverLetter: PostDelivery
  /** Newest first; `to` is a whole address, in any case. */
  readonly list: (to?: string) => ReadonlyArray<DevMessage>
  readonly find: (id: string) => DevMessage | undefined
  readonly clear: () => void
  /** Calls back for each message that comes, until the answer is called. */
  readonly subscribe: (heard: (message: DevMessage) => void) => () => void
}

/** Messages kept; the oldest go first. */
const most = 500

/** How a code looks that a message tells. */
const codes: Readonly<Record<DevChannel, RegExp>> = {
  email: /\b\d{6}\b/,
  sms: /\b\d{6}\b/,
  post: /\bL\d{10}\b|\b[\dA-Z]{4}(?:-[\dA-Z]{4}){3}\b/
}

const isFor = (address: string) => (message: DevMessage) => message.to.address.toLowerCase() === address.toLowerCase()

/** Makes an empty inbox; its `deliver` is one of the mailer's ways. */
export const makeDevInbox = (): DevInbox => {
  let messages: ReadonlyArray<DevMessage> = []
  const listeners = new Set<(message: DevMessage) => void>()
  const keep = (message: Omit<DevMessage, "id" | "link" | "code">) =>
    Effect.sync(() => {
      const kept: DevMessage = {
        id: randomUUID(),
        ...message,
        link: /https?:\/\/\S+/.exec(message.text)?.[0] ?? null,
        code: codes[message.channel].exec(message.text)?.[0] ?? null
      }
      messages = [kept, ...messages].slice(0, most)
      for (const heard of listeners) heard(kept)
    })
  return {
    deliver: ({ at, rendered, to }) => keep({ channel: "email", to, ...rendered, at: DateTime.formatIso(at) }),
    deliverText: ({ at, text, to }) => {
      const words = Redacted.value(text)
      const [subject = ""] = words.split("\n")
      return keep({
        channel: "sms",
        to: { name: "", address: to },
        subject,
        preheader: "",
        html: "",
        text: words,
        at: DateTime.formatIso(at)
      })
    },
    deliverLetter: ({ at, html, subject, text, to }) =>
      keep({
        channel: "post",
        to: { name: to.name, address: to.lines.join(", ") },
        subject,
        preheader: "",
        html,
        text,
        at: DateTime.formatIso(at)
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
