import { createPublicKey, verify } from "node:crypto"
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer, Redacted } from "effect"
import { ServerConfig } from "../../src/ServerConfig.ts"
import { Derived, derivedLayer, randomToken } from "../../src/secrets/Derived.ts"
import { Digests, digestsLayer } from "../../src/secrets/Digests.ts"
import { isEqualSecret } from "../../src/secrets/isEqualSecret.ts"
import { Keyring, keyringLayer, makeKeyringFile, newKeyringFile, withNewKey } from "../../src/secrets/Keyring.ts"
import { SealBroken, Sealing, sealingLayer } from "../../src/secrets/Sealing.ts"
import { Signing, signingLayer } from "../../src/secrets/Signing.ts"
import { testKeyring } from "./testKeyring.ts"

const secrets = Layer.mergeAll(derivedLayer, digestsLayer, sealingLayer, signingLayer)
const withKeys = (versions = 1) => Layer.fresh(Layer.provide(secrets, testKeyring(versions)))

const place = { table: "logon", column: "profile", row: "3f0e6c1a-0000-4000-8000-000000000001" }

it("the keys of a house are made once, in a file for their owner alone", () => {
  const file = join(mkdtempSync(join(tmpdir(), "mtc-keyring-")), "inside/keyring.json")
  assert.isTrue(makeKeyringFile(file))
  assert.strictEqual(statSync(file).mode & 0o777, 0o600)
  const made = readFileSync(file, "utf8")
  assert.isFalse(makeKeyringFile(file))
  assert.strictEqual(readFileSync(file, "utf8"), made)
})

describe("sealing", () => {
  it.effect("a text opens where it was sealed", () =>
    Effect.gen(function* () {
      const { open, seal } = yield* Sealing
      assert.strictEqual(Redacted.value(open(place, seal(place, Redacted.make("Zoë")))), "Zoë")
    }).pipe(Effect.provide(withKeys()))
  )

  it.effect("the same text is never sealed to the same bytes", () =>
    Effect.gen(function* () {
      const { seal } = yield* Sealing
      assert.notDeepEqual(seal(place, "same"), seal(place, "same"))
    }).pipe(Effect.provide(withKeys()))
  )

  for (const moved of [{ table: "message" }, { column: "password_hashes" }, { row: "another" }])
    it.effect(`a text opens nowhere else: ${Object.keys(moved)[0]}`, () =>
      Effect.gen(function* () {
        const { open, seal } = yield* Sealing
        const bytes = seal(place, "here only")
        assert.throws(() => open({ ...place, ...moved }, bytes), SealBroken)
      }).pipe(Effect.provide(withKeys()))
    )

  it.effect("a changed byte breaks the seal", () =>
    Effect.gen(function* () {
      const { open, seal } = yield* Sealing
      const bytes = seal(place, "as it was")
      for (const at of [3, 4, 16, 33, bytes.length - 1]) {
        const changed = Uint8Array.from(bytes)
        changed[at]! ^= 1
        assert.throws(() => open(place, changed), SealBroken)
      }
      assert.throws(() => open(place, new Uint8Array()), SealBroken)
    }).pipe(Effect.provide(withKeys()))
  )

  it.effect("what an old key sealed opens still, and is due to be sealed anew", () =>
    Effect.gen(function* () {
      const bytes = yield* Sealing.use(({ seal }) => Effect.succeed(seal(place, "old"))).pipe(
        Effect.provide(withKeys(1))
      )
      const { isStale, open } = yield* Sealing
      assert.strictEqual(Redacted.value(open(place, bytes)), "old")
      assert.isTrue(isStale(bytes))
    }).pipe(Effect.provide(withKeys(2)))
  )
})

describe("digests", () => {
  it.effect("the same text has another digest in another domain, and another under another key", () =>
    Effect.gen(function* () {
      const { allOf, of } = yield* Digests
      const text = Redacted.make("900126789")
      assert.match(of("claim", text), /^[0-9a-f]{64}$/)
      assert.notStrictEqual(of("claim", text), of("letter", text))
      assert.strictEqual(new Set(allOf("claim", text)).size, 3)
      assert.strictEqual(allOf("claim", text)[0], of("claim", text))
    }).pipe(Effect.provide(withKeys(3)))
  )

  it.effect("nine digits have one digest as SSN and as ITIN, and another as FEIN, under every key", () =>
    Effect.gen(function* () {
      const { allOfTaxpayer, ofTaxpayer } = yield* Digests
      const digits = Redacted.make("900126789")
      const [ssn, itin, fein] = (["SSN", "ITIN", "FEIN"] as const).map((idType) => ({ idType, digits }))
      assert.match(ofTaxpayer(ssn!), /^[0-9a-f]{64}$/)
      assert.deepStrictEqual(allOfTaxpayer(itin!), allOfTaxpayer(ssn!))
      assert.strictEqual(new Set([...allOfTaxpayer(ssn!), ...allOfTaxpayer(fein!)]).size, 6)
      assert.strictEqual(allOfTaxpayer(fein!)[0], ofTaxpayer(fein!))
    }).pipe(Effect.provide(withKeys(3)))
  )
})

describe("what is derived", () => {
  const id = "7b0c2d52-6f0e-4d2a-9f62-0a4b1f6f3c11"

  it.effect("a security code is six digits, always the same for an id", () =>
    Effect.gen(function* () {
      const { isSecurityCode, securityCode } = yield* Derived
      const code = securityCode(id)
      assert.match(Redacted.value(code), /^\d{6}$/)
      assert.isTrue(isSecurityCode(id, code))
      assert.isFalse(isSecurityCode(id.replace("7", "8"), code))
    }).pipe(Effect.provide(withKeys()))
  )

  it.effect("security codes are spread evenly: chi-square over a hundred bins", () =>
    Effect.gen(function* () {
      const { securityCode } = yield* Derived
      const bins = Array.from({ length: 100 }, () => 0)
      const draws = 100_000
      for (let at = 0; at < draws; at++)
        bins[Math.floor(Number(Redacted.value(securityCode(`id ${at}`))) / 10_000)]! += 1
      const expected = draws / bins.length
      const chiSquare = bins.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0)
      // 99 degrees of freedom: 0.1 % of fair dice lie above 148.
      assert.isBelow(chiSquare, 148)
    }).pipe(Effect.provide(withKeys()))
  )

  it.effect("a link token tells its id, and only for its purpose", () =>
    Effect.gen(function* () {
      const { linkToken, readLinkToken } = yield* Derived
      const token = linkToken("activation", id)
      assert.match(Redacted.value(token), /^[\w-]{64}$/)
      assert.strictEqual(readLinkToken("activation", token), id)
      assert.isUndefined(readLinkToken("password-reset", token))
    }).pipe(Effect.provide(withKeys()))
  )

  it.effect("no other text is a token", () =>
    Effect.gen(function* () {
      const { linkToken, readLinkToken } = yield* Derived
      const text = Redacted.value(linkToken("activation", id))
      const others = [
        "",
        "x",
        `${text}A`,
        text.slice(1),
        text.slice(0, -1) + (text.endsWith("A") ? "B" : "A"),
        " ".repeat(64)
      ]
      for (const other of others) assert.isUndefined(readLinkToken("activation", Redacted.make(other)))
    }).pipe(Effect.provide(withKeys()))
  )

  it.effect("codes and tokens of a key that was rotated out of force still match", () =>
    Effect.gen(function* () {
      const old = yield* Derived.use((each) =>
        Effect.succeed({ code: each.securityCode(id), token: each.linkToken("password-reset", id) })
      ).pipe(Effect.provide(withKeys(1)))
      const { isSecurityCode, readLinkToken } = yield* Derived
      assert.isTrue(isSecurityCode(id, old.code))
      assert.strictEqual(readLinkToken("password-reset", old.token), id)
    }).pipe(Effect.provide(withKeys(2)))
  )

  it("a random token has 256 bits", () => {
    assert.strictEqual(Buffer.from(Redacted.value(randomToken()), "base64url").length, 32)
  })
})

it("secrets are equal or not, whatever their lengths", () => {
  assert.isTrue(isEqualSecret(Redacted.make("one"), "one"))
  assert.isFalse(isEqualSecret("one", "one more"))
  assert.isFalse(isEqualSecret("", "one"))
})

it.effect("what is signed can be checked with the published keys alone", () =>
  Effect.gen(function* () {
    const { jwks, jws } = yield* Signing
    const [head, payload, signature] = jws("{}").split(".")
    const { kid } = JSON.parse(Buffer.from(head!, "base64url").toString()) as { kid: string }
    const key = createPublicKey({ key: jwks.keys.find((each) => each.kid === kid)!, format: "jwk" })
    assert.isTrue(verify(null, Buffer.from(`${head}.${payload}`), key, Buffer.from(signature!, "base64url")))
    assert.isFalse(jwks.keys.some((each) => "d" in each))
  }).pipe(Effect.provide(withKeys(2)))
)

describe("the keyring's file", () => {
  const keyringIn = (environment: Record<string, string>) =>
    Layer.provide(keyringLayer, ServerConfig.layer).pipe(
      Layer.provide(ConfigProvider.layer(ConfigProvider.fromUnknown({ MTC_ENV: "development", ...environment })))
    )

  it.effect("development makes one that only its owner can read, and keeps to it", () =>
    Effect.gen(function* () {
      const folder = mkdtempSync(join(tmpdir(), "mtc-logon-keys-"))
      const keyring = keyringIn({ DATA_DIR: folder })
      const first = yield* Keyring.pipe(Effect.provide(keyring))
      assert.strictEqual(statSync(join(folder, "keyring.json")).mode & 0o777, 0o600)
      const again = yield* Keyring.pipe(Effect.provide(keyringIn({ DATA_DIR: folder })))
      assert.isTrue(first.active("digest").key.equals(again.active("digest").key))
    })
  )

  it.effect("a new key of a name goes into force and the old one stays", () =>
    Effect.gen(function* () {
      const file = join(mkdtempSync(join(tmpdir(), "mtc-logon-keys-")), "keyring.json")
      writeFileSync(file, JSON.stringify(withNewKey(newKeyringFile(), "encryption")))
      const { all } = yield* Keyring.pipe(Effect.provide(keyringIn({ KEYRING_FILE: file })))
      assert.deepStrictEqual(
        all("encryption").map(({ version }) => version),
        [2, 1]
      )
      assert.strictEqual(all("digest").length, 1)
    })
  )

  for (const [what, content] of Object.entries({
    "no JSON": "{",
    "no keys": "{}",
    "a short key": '{"encryption":{"active":1,"keys":{"1":"aHVzaA=="}}}'
  }))
    it.effect(`a file with ${what} is refused by name, and nothing of it is told`, () =>
      Effect.gen(function* () {
        const file = join(mkdtempSync(join(tmpdir(), "mtc-logon-keys-")), "keyring.json")
        writeFileSync(file, content)
        const error = yield* Keyring.pipe(Effect.provide(keyringIn({ KEYRING_FILE: file })), Effect.flip)
        assert.include(String(error), "KEYRING_FILE")
        assert.notInclude(String(error), "aHVzaA")
      })
    )
})
