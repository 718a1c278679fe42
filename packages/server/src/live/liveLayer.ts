import { opensRequest } from "@mtc-logon/core/logon-request"
import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { Database, query } from "../database/Database.ts"
import type { Db } from "../database/Database.ts"
import { isDraftId } from "../database/isDraftId.ts"
import { standingOf } from "../database/standingOf.ts"
import { logonRequestDraftTable as drafts, ticketTable } from "../database/logonRequestTable.ts"
import { randomToken } from "../secrets/Derived.ts"
import { Digests } from "../secrets/Digests.ts"
import { Live } from "./Live.ts"
import type { LiveListener, LiveTopic } from "./Live.ts"

/** The one channel of the database that all topics share. */
const channel = "mtc_live"

/** PostgreSQL takes 8,000 bytes in a notification; half of it is plenty. */
const mostBytes = 4_096

/** What goes over the channel; without a message the topic is over. */
interface Told {
  readonly topic: string
  readonly message?: object
}

/** What stands before the id in the topic of a request. */
const ofRequest = "logon-request:"

const isTopic = (subject: string): subject is LiveTopic =>
  subject === "inbox" || subject === "clock" || subject.startsWith(ofRequest)

const notify = (tx: Db, told: Told) => {
  const text = JSON.stringify(told)
  if (Buffer.byteLength(text) > mostBytes) return Effect.die(new Error("A live message of more than 4 KB"))
  return Effect.asVoid(query(tx.execute(sql`select pg_notify(${channel}, ${text})`)))
}

export const liveLayer = Layer.effect(
  Live,
  Effect.gen(function* () {
    const { listen, run } = yield* Database
    const digests = yield* Digests
    const topics = new Map<string, Set<LiveListener>>()

    yield* listen(channel, (payload) => {
      const { message, topic }: Told = JSON.parse(payload)
      for (const { closed, heard } of topics.get(topic) ?? []) {
        if (message === undefined) closed()
        else heard(JSON.stringify(message))
      }
    })

    const issueTicket: Live["Service"]["issueTicket"] = Effect.fnUntraced(function* (topic) {
      const now = yield* DateTime.now
      const token = randomToken()
      yield* run((db) =>
        db.insert(ticketTable).values({
          tokenDigest: digests.of("token", token),
          purpose: "live",
          subject: topic,
          createdAt: DateTime.toDateUtc(now),
          expiresAt: DateTime.toDateUtc(DateTime.addDuration(now, "30 seconds"))
        })
      )
      return token
    })

    const redeem: Live["Service"]["redeem"] = Effect.fnUntraced(function* (ticket) {
      if (!/^[\w-]{43}$/.test(Redacted.value(ticket))) return undefined
      const now = DateTime.toDateUtc(yield* DateTime.now)
      const [redeemed] = yield* run((db) =>
        db
          .update(ticketTable)
          .set({ usedAt: now })
          .where(
            and(
              eq(ticketTable.tokenDigest, digests.of("token", ticket)),
              eq(ticketTable.purpose, "live"),
              isNull(ticketTable.usedAt),
              gt(ticketTable.expiresAt, now)
            )
          )
          .returning({ topic: ticketTable.subject })
      )
      return redeemed !== undefined && isTopic(redeemed.topic) ? redeemed.topic : undefined
    })

    const keysOf: Live["Service"]["keysOf"] = Effect.fnUntraced(function* (topics) {
      const keys = new Map<LiveTopic, string>()
      // Everybody of a development house may listen to its inbox.
      if (topics.includes("inbox")) keys.set("inbox", "")
      const ids = topics
        .filter((topic) => topic !== "inbox")
        .map((topic) => topic.slice(ofRequest.length))
        .filter(isDraftId)
      if (ids.length === 0) return keys
      const now = yield* DateTime.now
      const found = yield* run((db) => db.select().from(drafts).where(inArray(drafts.id, ids)))
      for (const { id, tokenDigest, ...row } of found) {
        if (opensRequest(standingOf(row), now)) keys.set(`${ofRequest}${id}`, tokenDigest)
      }
      return keys
    })

    return Live.of({
      tell: (tx, topic, message) => notify(tx, { topic, message }),
      close: (tx, topic) => notify(tx, { topic }),
      issueTicket,
      redeem,
      keysOf,
      subscribe: (topic, listener) => {
        const listeners = topics.get(topic) ?? new Set()
        topics.set(topic, listeners.add(listener))
        return () => {
          listeners.delete(listener)
          if (listeners.size === 0) topics.delete(topic)
        }
      }
    })
  })
)
