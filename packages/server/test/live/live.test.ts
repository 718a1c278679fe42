import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { serve } from "@hono/node-server"
import { assert } from "@effect/vitest"
import { DateTime, Effect, Layer, Queue, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { Hono } from "hono"
import { WebSocket } from "ws"
import { Database } from "../../src/database/Database.ts"
import { logonRequestDraftTable, ticketTable } from "../../src/database/logonRequestTable.ts"
import { Live } from "../../src/live/Live.ts"
import type { LiveTopic } from "../../src/live/Live.ts"
import { liveLayer } from "../../src/live/liveLayer.ts"
import { makeLiveSocket } from "../../src/live/liveSocket.ts"
import { makeSocketServer } from "../../src/live/liveSocket.ts"
import { digestsLayer } from "../../src/secrets/Digests.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"
import { testKeyring } from "../secrets/testKeyring.ts"

const ours = "http://mtc.example"
const requestId = "7b0c2d52-4c1e-4d0a-9b57-0d3f2c9a8e11"
const topic = `logon-request:${requestId}` as const

const tell = (message: object, on: LiveTopic = topic) =>
  Effect.gen(function* () {
    const { transaction } = yield* Database
    const live = yield* Live
    yield* transaction((tx) => live.tell(tx, on, message))
  })

/** The draft that the sockets of a test are about: its key is good for an hour. */
const openDraft = Effect.gen(function* () {
  const { run } = yield* Database
  const now = yield* DateTime.now
  const at = DateTime.toDateUtc(now)
  yield* run((db) => db.delete(logonRequestDraftTable))
  yield* run((db) =>
    db.insert(logonRequestDraftTable).values({
      id: requestId,
      tokenDigest: "digest",
      locale: "en",
      ruleSetId: "mtc-2020",
      ruleSetHash: "hash",
      answers: Buffer.alloc(1),
      status: "open",
      openedAt: at,
      lastSeenAt: at,
      expiresAt: DateTime.toDateUtc(DateTime.add(now, { hours: 1 }))
    })
  )
})

/** A running server with the socket of a request; `open` connects to it. */
const setup = Effect.gen(function* () {
  const live = yield* Live
  yield* openDraft
  const run = Effect.runPromiseWith(yield* Effect.context())
  const liveSocket = makeLiveSocket({ live, run, origins: [ours], addressOf: () => "198.51.100.7" })
  const app = new Hono().get(
    "/requests/:id/events",
    liveSocket((c) => `logon-request:${c.req.param("id")}`)
  )
  const server = yield* Effect.acquireRelease(
    Effect.promise(async () => {
      const started = serve({
        fetch: app.fetch,
        port: 0,
        hostname: "127.0.0.1",
        websocket: { server: makeSocketServer() }
      })
      await once(started, "listening")
      return started
    }),
    (started) => Effect.sync(() => started.close())
  )
  const { port } = server.address() as AddressInfo
  const opened: WebSocket[] = []
  yield* Effect.addFinalizer(() => Effect.sync(() => opened.forEach((socket) => socket.terminate())))

  /** Answers the open socket, or the status that refused it. */
  const open = (ticket: string, origin: string | undefined, id = requestId) =>
    Effect.callback<WebSocket | number>((resume) => {
      const url = `ws://127.0.0.1:${port}/requests/${id}/events?ticket=${ticket}`
      const socket = new WebSocket(url, origin === undefined ? {} : { origin })
      opened.push(socket)
      socket.once("open", () => resume(Effect.succeed(socket)))
      socket.once("unexpected-response", (_, { statusCode }) => resume(Effect.succeed(statusCode ?? 0)))
      socket.once("error", () => {})
    })
  const ticket = Effect.map(live.issueTicket(topic), Redacted.value)
  const connect = Effect.flatMap(ticket, (text) => open(text, ours))
  return { open, ticket, connect }
})

const closed = (socket: WebSocket) =>
  Effect.callback<number>((resume) => {
    socket.once("close", (code) => resume(Effect.succeed(code)))
  })

const isSocket = (answer: WebSocket | number): answer is WebSocket => answer instanceof WebSocket

onBothDatabases("live", liveLayer.pipe(Layer.provide(digestsLayer), Layer.provide(testKeyring())), (it, kind) => {
  it.effect("a ticket opens its topic once", () =>
    Effect.gen(function* () {
      const { issueTicket, redeem } = yield* Live
      const ticket = yield* issueTicket(topic)
      assert.strictEqual(yield* redeem(ticket), topic)
      assert.isUndefined(yield* redeem(ticket))
      assert.isUndefined(yield* redeem(Redacted.make("nonsense")))
    })
  )

  it.effect("a ticket that is shown twenty times at once opens once", () =>
    Effect.gen(function* () {
      const { issueTicket, redeem } = yield* Live
      const ticket = yield* issueTicket(topic)
      const all = yield* Effect.forEach(Array.from({ length: 20 }), () => redeem(ticket), { concurrency: "unbounded" })
      assert.strictEqual(all.filter((each) => each !== undefined).length, 1)
    })
  )

  it.effect("a ticket is over after thirty seconds, not before", () =>
    Effect.gen(function* () {
      const { issueTicket, redeem } = yield* Live
      const [one, other] = [yield* issueTicket(topic), yield* issueTicket(topic)]
      yield* TestClock.adjust(29_999)
      assert.strictEqual(yield* redeem(one), topic)
      yield* TestClock.adjust(1)
      assert.isUndefined(yield* redeem(other))
    })
  )

  it.effect("no ticket can be read from the database", () =>
    Effect.gen(function* () {
      const { run } = yield* Database
      const ticket = yield* (yield* Live).issueTicket(topic)
      assert.notInclude(JSON.stringify(yield* run((db) => db.select().from(ticketTable))), Redacted.value(ticket))
    })
  )

  it.effect("what a stored transaction tells is heard by its topic only; an undone one tells nothing", () =>
    Effect.gen(function* () {
      const { subscribe, tell: tellIn } = yield* Live
      const { transaction } = yield* Database
      const heard = yield* Queue.unbounded<string>()
      const stop = subscribe(topic, { heard: (message) => Queue.offerUnsafe(heard, message), closed: () => {} })
      yield* Effect.flip(
        transaction((tx) => Effect.andThen(tellIn(tx, topic, { status: "undone" }), Effect.fail("no")))
      )
      yield* tell({ status: "elsewhere" }, "logon-request:other")
      yield* tell({ status: "approved" })
      assert.strictEqual(yield* Queue.take(heard), '{"status":"approved"}')
      stop()
    })
  )

  it.effect("a socket hears what is told, and closes when its topic is over", () =>
    Effect.gen(function* () {
      const { connect } = yield* setup
      const socket = yield* connect
      assert(isSocket(socket))
      const heard = yield* Queue.unbounded<string>()
      socket.on("message", (data) => Queue.offerUnsafe(heard, String(data)))
      yield* tell({ status: "approved" })
      assert.strictEqual(yield* Queue.take(heard), '{"status":"approved"}')
      const { transaction } = yield* Database
      const live = yield* Live
      yield* transaction((tx) => live.close(tx, topic))
      assert.strictEqual(yield* closed(socket), 4404)
    }).pipe(Effect.scoped)
  )

  if (kind === "postgres") return

  for (const origin of [undefined, "null", "http://evil.example", "http://sub.mtc.example", "https://mtc.example"])
    it.effect(`T35 a page of ${origin} gets no socket, and the ticket stays good`, () =>
      Effect.gen(function* () {
        const { open, ticket } = yield* setup
        const text = yield* ticket
        assert.strictEqual(yield* open(text, origin), 403)
        assert(isSocket(yield* open(text, ours)))
      }).pipe(Effect.scoped)
    )

  it.effect("T35 a used ticket, none, or one of another topic gets no socket", () =>
    Effect.gen(function* () {
      const { open, ticket } = yield* setup
      const used = yield* ticket
      assert(isSocket(yield* open(used, ours)))
      assert.strictEqual(yield* open(used, ours), 403)
      assert.strictEqual(yield* open("", ours), 403)
      assert.strictEqual(yield* open(yield* ticket, ours, "other"), 403)
    }).pipe(Effect.scoped)
  )

  it.effect("T35 the sixth socket on a topic is refused until one of the five is gone", () =>
    Effect.gen(function* () {
      const { connect } = yield* setup
      const five = yield* Effect.replicateEffect(connect, 5)
      assert.isTrue(five.every(isSocket))
      assert.strictEqual(yield* connect, 429)
      const gone = five[0] as WebSocket
      gone.close()
      yield* closed(gone)
      assert(isSocket(yield* connect))
    }).pipe(Effect.scoped)
  )

  it.effect("T35 a frame of 5 KiB, or a message in a thousand pieces, ends the socket", () =>
    Effect.gen(function* () {
      const { connect } = yield* setup
      const one = yield* connect
      assert(isSocket(one))
      one.send("x".repeat(5_120))
      assert.strictEqual(yield* closed(one), 1009)
      const other = yield* connect
      assert(isSocket(other))
      for (let at = 0; at < 1_000; at++) other.send("x", { fin: false })
      assert.include([1006, 1008, 1009], yield* closed(other))
    }).pipe(Effect.scoped)
  )
})
