import { assert, it } from "@effect/vitest"
import { ConfigProvider, DateTime, Effect, Layer } from "effect"
import { Mailer } from "../../src/channels/Mailer.ts"
import type { Mail } from "../../src/channels/Mailer.ts"
import { mailerLayer } from "../../src/channels/mailerLayer.ts"
import { renderMail } from "../../src/channels/renderMail.ts"
import { sayIn } from "../../src/say.ts"
import { ServerConfig } from "../../src/ServerConfig.ts"
import { startSmtpSink } from "../../../../tests/harness/smtp.ts"
import { frame, mailSamples } from "./mailSamples.ts"

const mail = (to: Partial<Mail["to"]> = {}): Mail => ({
  id: "2b0c2d52-6f0e-4d2a-9f62-0a4b1f6f3c11",
  to: { name: "LARRY MO", address: "goodelmo@dor.example", ...to },
  locale: "en",
  at: DateTime.makeUnsafe("2020-11-20T18:55:16Z"),
  rendered: renderMail("approved", mailSamples.approved, sayIn("en"), frame)
})

const setup = Effect.gen(function* () {
  const sink = yield* Effect.acquireRelease(
    Effect.promise(() => startSmtpSink()),
    ({ stop }) => Effect.promise(stop)
  )
  const settings = ConfigProvider.fromUnknown({ MTC_ENV: "development", SMTP_URL: sink.url })
  const context = yield* Layer.build(
    Layer.fresh(mailerLayer()).pipe(
      Layer.provide(Layer.fresh(ServerConfig.layer)),
      Layer.provide(ConfigProvider.layer(settings))
    )
  )
  return { sink, send: (one: Mail) => Mailer.use(({ send }) => send(one)).pipe(Effect.provideContext(context)) }
})

it.live("a mail goes to one person, as HTML and text, marked as made by a machine", () =>
  Effect.gen(function* () {
    const { send, sink } = yield* setup
    yield* send(mail())
    const { from, mail: received, to } = sink.received[0]!
    assert.deepStrictEqual([from, to], ["MTCNoReply@dor.state.ma.us", ["goodelmo@dor.example"]])
    assert.strictEqual(received.subject, "Registration Approved")
    assert.include(received.text, "Congratulations LARRY MO.")
    assert.include(String(received.html), "Congratulations LARRY MO.")
    assert.strictEqual(received.date?.toISOString(), "2020-11-20T18:55:16.000Z")
    assert.strictEqual(received.headers.get("auto-submitted"), "auto-generated")
    assert.strictEqual(received.messageId, "<2b0c2d52-6f0e-4d2a-9f62-0a4b1f6f3c11@localhost>")
  }).pipe(Effect.scoped)
)

for (const hostile of [
  { name: "X\r\nBcc: evil@evil.example" },
  { name: "evil@evil.example, X" },
  { name: '"evil@evil.example" <evil@evil.example>' },
  { address: "goodelmo@dor.example,evil@evil.example" },
  { address: "goodelmo@dor.example>\r\nRCPT TO:<evil@evil.example" }
])
  it.live(
    `a hostile ${Object.keys(hostile)[0]} brings the mail to nobody else: ${JSON.stringify(hostile).length}`,
    () =>
      Effect.gen(function* () {
        const { send, sink } = yield* setup
        yield* Effect.exit(send(mail(hostile)))
        for (const { mail: received, to } of sink.received) {
          assert.strictEqual(to.length, 1)
          assert.isFalse(to[0]!.startsWith("evil@"))
          assert.isUndefined(received.bcc)
        }
      }).pipe(Effect.scoped)
  )

it.live("a relay that puts it off fails for now, one that refuses fails for good", () =>
  Effect.gen(function* () {
    const { send, sink } = yield* setup
    sink.answer("later", 1)
    assert.deepInclude(yield* Effect.flip(send(mail())), { _tag: "MailNotSent", code: "451", isFinal: false })
    sink.answer("refuse", 1)
    assert.deepInclude(yield* Effect.flip(send(mail())), { _tag: "MailNotSent", code: "550", isFinal: true })
    sink.answer("drop")
    assert.deepInclude(yield* Effect.flip(send(mail())), { _tag: "MailNotSent", isFinal: false })
    sink.answer("accept")
    yield* send(mail())
    assert.strictEqual(sink.received.length, 1)
  }).pipe(Effect.scoped)
)
