import { assert, it } from "@effect/vitest"
import { PasswordHasher } from "@mtc-logon/core/logon"
import { ConfigProvider, Effect, Layer, Redacted } from "effect"
import { ServerConfig } from "../../src/ServerConfig.ts"
import { passwordHasherLayer } from "../../src/secrets/passwordHasherLayer.ts"
import { testKeyring } from "./testKeyring.ts"

const hasher = (versions = 1, queue = 32) =>
  Layer.fresh(passwordHasherLayer()).pipe(
    Layer.provide(testKeyring(versions)),
    Layer.provide(ServerConfig.layer),
    Layer.provide(
      ConfigProvider.layer(ConfigProvider.fromUnknown({ MTC_ENV: "development", HASH_QUEUE: String(queue) }))
    )
  )

const password = Redacted.make("Boston-1773")

it.effect("a hash matches its secret and no other", () =>
  Effect.gen(function* () {
    const { hash, matches } = yield* PasswordHasher
    const hashed = yield* hash(password)
    assert.match(Redacted.value(hashed), /^1\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.isTrue(yield* matches(password, hashed))
    assert.isFalse(yield* matches(Redacted.make("boston-1773"), hashed))
    assert.notStrictEqual(Redacted.value(yield* hash(password)), Redacted.value(hashed))
  }).pipe(Effect.provide(hasher()))
)

it.effect("D-64 a password is the same, whichever keyboard made its accents and spaces", () =>
  Effect.gen(function* () {
    const { hash, matches } = yield* PasswordHasher
    const [composed, decomposed] = ["Caf\u00e9 2020", "Cafe\u0301\u00a02020"].map((text) => Redacted.make(text))
    assert.isTrue(yield* matches(decomposed!, yield* hash(composed!)))
    assert.isTrue(yield* matches(composed!, yield* hash(decomposed!)))
    assert.isFalse(yield* matches(Redacted.make("Cafe 2020"), yield* hash(composed!)))
  }).pipe(Effect.provide(hasher()))
)

it.effect("nobody's password is hashed all the same, and never matches", () =>
  Effect.gen(function* () {
    const { matches } = yield* PasswordHasher
    assert.isFalse(yield* matches(Redacted.make("nobody's"), null))
    assert.isFalse(yield* matches(Redacted.make("x".repeat(1_025)), null))
  }).pipe(Effect.provide(hasher()))
)

it.effect("a hash needs the pepper that it was made with, which may be an old one", () =>
  Effect.gen(function* () {
    const hashed = yield* PasswordHasher.use(({ hash }) => hash(password)).pipe(Effect.provide(hasher(1)))
    const matches = PasswordHasher.use((each) => each.matches(password, hashed))
    assert.isTrue(yield* matches.pipe(Effect.provide(hasher(2))))
    const other = Redacted.make(Redacted.value(hashed).replace(/^1/, "2"))
    assert.isFalse(yield* PasswordHasher.use((each) => each.matches(password, other)).pipe(Effect.provide(hasher(2))))
  })
)

it.effect("as many as the queue holds are hashed; the rest is told to come again", () =>
  Effect.gen(function* () {
    const { hash } = yield* PasswordHasher
    const all = yield* Effect.forEach(Array.from({ length: 40 }), () => Effect.exit(hash(password)), {
      concurrency: "unbounded"
    })
    const hashed = all.filter(({ _tag }) => _tag === "Success").length
    assert.isAbove(hashed, 2)
    assert.isBelow(hashed, 40)
    yield* hash(password)
  }).pipe(Effect.provide(hasher(1, 2)))
)
