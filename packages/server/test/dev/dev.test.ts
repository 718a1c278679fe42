import type { MailKind } from "@mtc-logon/core/notices"
import { assert } from "@effect/vitest"
import { Clock, DateTime, Duration, Effect, Layer, ManagedRuntime, Redacted } from "effect"
import { Hono } from "hono"
import { renderMail } from "../../src/channels/renderMail.ts"
import { Database, query } from "../../src/database/Database.ts"
import { logonTable, securityCodeTable, sessionTable, twoStepMethodTable } from "../../src/database/logonTable.ts"
import { makeDevClock } from "../../src/dev/DevClock.ts"
import { shareClock } from "../../src/dev/shareClock.ts"
import { makeDevInbox } from "../../src/dev/DevInbox.ts"
import { devRoutes } from "../../src/dev/devRoutes.ts"
import { sandboxPeople } from "../../src/dev/seedSandbox.ts"
import { answerWith } from "../../src/http/answer.ts"
import type { HttpEnv } from "../../src/http/HttpEnv.ts"
import { requestId } from "../../src/http/requestId.ts"
import { Jobs } from "../../src/jobs/Jobs.ts"
import { jobsLayer } from "../../src/jobs/jobsLayer.ts"
import { Live } from "../../src/live/Live.ts"
import { liveLayer } from "../../src/live/liveLayer.ts"
import { makeLiveSocket } from "../../src/live/liveSocket.ts"
import { sayIn } from "../../src/say.ts"
import { Derived, derivedLayer } from "../../src/secrets/Derived.ts"
import { Digests, digestsLayer } from "../../src/secrets/Digests.ts"
import { onBothDatabases } from "../database/onBothDatabases.ts"
import { frame, mailSamples } from "../channels/mailSamples.ts"
import { testKeyring } from "../secrets/testKeyring.ts"

type Ports = Database | Derived | Digests | Jobs | Live

/** The development tools over a database, called from `address`. */
const setup = (address = "127.0.0.1") =>
  Effect.gen(function* () {
    const inbox = makeDevInbox()
    const clock = makeDevClock()
    const context = yield* Effect.context<Ports>()
    const runtime = ManagedRuntime.make(
      Layer.merge(Layer.succeedContext(context), Layer.succeed(Clock.Clock, clock.clock))
    )
    const live = yield* Live
    const liveSocket = makeLiveSocket({ live, run: Effect.runPromise, origins: [], addressOf: () => address })
    const tellClock = shareClock(clock).tell
    const tools = { inbox, clock, tellClock, fixtures: sandboxPeople, socketAddress: () => address, liveSocket }
    const app = new Hono<HttpEnv>().use(requestId).route("/", devRoutes(answerWith(runtime), tools))
    const call = (path: string, init: RequestInit & { host?: string } = {}) =>
      Effect.promise(async () =>
        app.request(`http://${init.host ?? "localhost:8787"}${path}`, {
          ...init,
          headers: { host: init.host ?? "localhost:8787", ...init.headers }
        })
      )
    const json = (path: string, init?: RequestInit) =>
      Effect.flatMap(call(path, init), (response) =>
        Effect.promise(() => response.json() as Promise<Record<string, unknown>>)
      )
    const deliver = (kind: MailKind, address: string, params = mailSamples[kind]) =>
      inbox.deliver({
        id: "1",
        locale: "en",
        at: DateTime.makeUnsafe("2020-11-20T18:55:16Z"),
        to: { name: "LARRY MO", address },
        rendered: renderMail(kind, params, sayIn("en"), frame)
      })
    return { call, json, inbox, clock, deliver }
  })

const post = (body: object): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: { "content-type": "application/json" }
})

const secrets = Layer.provide(Layer.merge(derivedLayer, digestsLayer), testKeyring())

onBothDatabases("the development tools", Layer.provideMerge(Layer.merge(jobsLayer, liveLayer), secrets), (it) => {
  it.effect("show what was sent, newest first, with its link and its code", () =>
    Effect.gen(function* () {
      const { deliver, json } = yield* setup()
      yield* deliver("approved", "goodelmo@example.com")
      yield* deliver("security-code", "elmo@example.com")
      const { messages } = (yield* json("/v1/dev/messages")) as { messages: ReadonlyArray<Record<string, unknown>> }
      assert.deepStrictEqual(
        messages.map(({ code, link, subject }) => [subject, code, link]),
        [
          ["Your security code", "400533", null],
          ["Registration Approved", null, mailSamples.approved.link]
        ]
      )
      const mine = (yield* json("/v1/dev/messages?to=GoodElmo@example.com")) as { messages: ReadonlyArray<unknown> }
      assert.strictEqual(mine.messages.length, 1)
    })
  )

  it.effect("show a mail as a page that runs nothing, inside a page that runs only its own script", () =>
    Effect.gen(function* () {
      const { call, deliver, inbox } = yield* setup()
      yield* deliver("referred", "goodelmo@example.com", { ...mailSamples.referred, name: "<script>alert(1)</script>" })
      const page = yield* call("/dev/inbox")
      const mail = yield* call(`/dev/inbox/messages/${inbox.list()[0]!.id}`)
      const [pageText, mailText] = yield* Effect.promise(() => Promise.all([page.text(), mail.text()]))
      assert.notInclude(pageText + mailText, "<script>alert")
      assert.include(page.headers.get("content-security-policy"), "script-src 'self'")
      assert.include(mail.headers.get("content-security-policy"), "default-src 'none'")
      assert.include(mail.headers.get("content-security-policy"), "sandbox")
    })
  )

  it.effect("open the inbox at the newest mail, though a letter came after it", () =>
    Effect.gen(function* () {
      const { call, deliver, inbox } = yield* setup()
      yield* deliver("denied", "goodelmo@example.com")
      yield* inbox.deliverLetter({
        id: "2",
        to: { name: "LARRY MO", lines: ["1 Example Street"] },
        locale: "en",
        at: DateTime.makeUnsafe("2020-11-20T18:55:17Z"),
        subject: "A letter",
        html: "<p>A letter</p>",
        text: "A letter"
      })
      const shown = yield* Effect.promise(async () => (await Effect.runPromise(call("/dev/inbox"))).text())
      const [, mail] = inbox.list()
      assert.include(shown, `<h2 id="subject">${mail!.subject}</h2>`)
    })
  )

  it.effect("empty the inbox", () =>
    Effect.gen(function* () {
      const { call, deliver, inbox } = yield* setup()
      yield* deliver("denied", "goodelmo@example.com")
      assert.strictEqual((yield* call("/v1/dev/messages", { method: "DELETE" })).status, 204)
      assert.deepStrictEqual(inbox.list(), [])
    })
  )

  it.effect("move the clock, and the jobs that wait with it", () =>
    Effect.gen(function* () {
      const { json } = yield* setup()
      const { transaction } = yield* Database
      const jobs = yield* Jobs
      yield* transaction((tx) =>
        Effect.gen(function* () {
          const inAnHour = DateTime.addDuration(yield* DateTime.now, Duration.hours(1))
          yield* jobs.enqueue(tx, "send-notice", { id: "later" }, { startAfter: inAnHour })
        })
      )
      const set = yield* json("/v1/dev/clock", post({ set: "2020-11-20T13:55:15-05:00" }))
      assert.match(String(set["now"]), /^2020-11-20T18:55:1/)
      const moved = yield* json("/v1/dev/clock", post({ advanceSeconds: 3_600 }))
      assert.match(String(moved["now"]), /^2020-11-20T19:55:1/)
      const waiting = yield* (yield* Database).run((db) =>
        db.execute("select 1 from pgboss.job where name = 'send-notice' and start_after <= current_timestamp")
      )
      assert.strictEqual((waiting as unknown as { rows: ReadonlyArray<unknown> }).rows.length, 1)
    })
  )

  it.effect("refuse to set the clock to nonsense", () =>
    Effect.gen(function* () {
      const { call } = yield* setup()
      for (const body of [
        {},
        { set: "yesterday" },
        { set: "2020-13-40T00:00:00Z" },
        { advanceSeconds: -1 },
        { stop: true }
      ])
        assert.strictEqual((yield* call("/v1/dev/clock", post(body))).status, 400)
    })
  )

  it.effect("list the people of the sandbox, whose stories are true on the day that the clock shows", () =>
    Effect.gen(function* () {
      const { json } = yield* setup()
      yield* json("/v1/dev/clock", post({ set: "2020-11-20T13:55:15-05:00" }))
      const { people } = (yield* json("/v1/dev/fixtures")) as {
        people: ReadonlyArray<{ story: string; returns: ReadonlyArray<{ taxYear: number }> }>
      }
      assert.strictEqual(people[0]!.story, "larry-mo")
      assert.strictEqual(people[0]!.returns[0]!.taxYear, 2019)
    })
  )

  it.effect("fill in the newest open code of the session that asks, and no other's", () =>
    Effect.gen(function* () {
      const { call, json } = yield* setup()
      const { transaction } = yield* Database
      const digests = yield* Digests
      const { isSecurityCode } = yield* Derived
      const token = Buffer.alloc(32, 3).toString("base64url")
      const at = new Date("2020-11-20T18:55:15Z")
      const logonId = "0b0c2d52-6f0e-4d2a-9f62-0a4b1f6f3c01"
      const codeId = "0b0c2d52-6f0e-4d2a-9f62-0a4b1f6f3c02"
      yield* transaction((tx) =>
        Effect.gen(function* () {
          const times = { createdAt: at, lastSeenAt: at, passwordAt: at, expiresAt: at }
          const idDigest = digests.of("token", token)
          const texts = { username: "a", usernameKey: "a", locale: "en", termsVersion: "1", secretQuestion: "" }
          const hashes = { passwordHash: "", secretAnswerHash: "", pinHash: "", emailDigest: "", phoneDigest: "" }
          const sealed = new Uint8Array()
          yield* query(
            tx.insert(logonTable).values({
              ...texts,
              ...hashes,
              id: logonId,
              passwordHashes: sealed,
              profile: sealed,
              passwordChangedAt: at,
              taxProfessional: false,
              termsAcceptedAt: at,
              termsAccepted: [],
              status: "active",
              createdAt: at
            })
          )
          const method = { id: logonId, logonId, kind: "email", target: sealed, createdAt: at } as const
          yield* query(tx.insert(twoStepMethodTable).values(method))
          yield* query(
            tx.insert(sessionTable).values({ ...times, idDigest, logonId, level: "password", state: "security-code" })
          )
          yield* query(
            tx.insert(securityCodeTable).values({
              id: codeId,
              logonId,
              methodId: logonId,
              purpose: "log-in",
              targetDigest: "a target",
              state: "open",
              sentAt: at,
              expiresAt: at
            })
          )
        })
      )
      const cookie = `__Host-mtc-session=${token}`
      const { code } = yield* json("/v1/dev/populate/security-code", { headers: { cookie } })
      assert.isTrue(isSecurityCode(codeId, Redacted.make(String(code))))
      const other = `__Host-mtc-session=${Buffer.alloc(32, 4).toString("base64url")}`
      assert.strictEqual((yield* call("/v1/dev/populate/security-code", { headers: { cookie: other } })).status, 404)
      assert.strictEqual((yield* call("/v1/dev/populate/security-code")).status, 404)
    })
  )

  for (const path of ["/dev/inbox", "/v1/dev/messages", "/v1/dev/clock", "/v1/dev/populate/security-code"])
    it.effect(`are not there for another machine, nor under another name: ${path}`, () =>
      Effect.gen(function* () {
        const elsewhere = yield* setup("198.51.100.7")
        assert.strictEqual((yield* elsewhere.call(path)).status, 404)
        const here = yield* setup()
        assert.strictEqual((yield* here.call(path, { host: "evil.example:8787" })).status, 404)
      })
    )
})
