import { Context } from "effect"
import type { Effect, Redacted } from "effect"
import type { Db } from "../database/Database.ts"

/** What may be listened to: what becomes of a request; the development inbox and clock. */
export type LiveTopic = `logon-request:${string}` | "inbox" | "clock"

/** Tells those who wait, in any process of the server, what has happened. */
export class Live extends Context.Service<
  Live,
  {
    /**
     * Tells everybody on a topic, once the caller's transaction is stored.
     *
     * **Gotchas**
     *
     * A message is at most 4 KB of JSON and may be lost: whoever waits must be able to ask. It holds nothing personal.
     */
    readonly tell: (tx: Db, topic: LiveTopic, message: object) => Effect.Effect<void>
    /** Closes everybody's connection to a topic, once the caller's transaction is stored: what opened it is over. */
    readonly close: (tx: Db, topic: LiveTopic) => Effect.Effect<void>
    /** A ticket that opens a topic once, within 30 seconds, in any process. */
    readonly issueTicket: (topic: LiveTopic) => Effect.Effect<Redacted.Redacted>
    /** The topic that a ticket opens, and uses it up; none where it is used, too old or no ticket. */
    readonly redeem: (ticket: Redacted.Redacted) => Effect.Effect<LiveTopic | undefined>
    /**
     * A mark of the key that opens each topic now; none where its key is dead: cancelled, or its time is over.
     *
     * **Gotchas**
     *
     * Another mark is another key. Whoever holds a connection asks again and again: word of a close may be lost.
     */
    readonly keysOf: (topics: ReadonlyArray<LiveTopic>) => Effect.Effect<ReadonlyMap<LiveTopic, string>>
    /** Listens to a topic in this process until the answer is called. */
    readonly subscribe: (topic: LiveTopic, listener: LiveListener) => () => void
  }
>()("server/live/Live") {}

export interface LiveListener {
  /** JSON. */
  readonly heard: (message: string) => void
  readonly closed: () => void
}
