import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { beginEpoch } from "../../src/secrets/beginEpoch.ts"
import { Derived, derivedLayer } from "../../src/secrets/Derived.ts"
import { Digests, digestsLayer } from "../../src/secrets/Digests.ts"
import { Keyring, keyringOf, newKeyringFile, withNewEpoch } from "../../src/secrets/Keyring.ts"
import type { KeyringFile } from "../../src/secrets/Keyring.ts"

const first = newKeyringFile()
const id = "00000000-0000-4000-8000-000000000001"

const inKeyring = (file: KeyringFile) =>
  Layer.mergeAll(derivedLayer, digestsLayer).pipe(
    Layer.provideMerge(Layer.effect(Keyring, keyringOf(file, "the test's")))
  )

/** All that is made of an id or a token in an epoch. */
const madeIn = (file: KeyringFile) =>
  Effect.gen(function* () {
    const { linkToken, notMeCodes, passkeyChallenge, securityCode } = yield* Derived
    const { of, ofTaxpayer } = yield* Digests
    return {
      activation: Redacted.value(linkToken("activation", id)),
      reset: Redacted.value(linkToken("password-reset", id)),
      email: Redacted.value(linkToken("email-change", id)),
      notMe: Redacted.value(notMeCodes(id)[0]!),
      challenge: Redacted.value(passkeyChallenge(id)),
      code: Redacted.value(securityCode(id)),
      session: of("token", "a session"),
      recoveryCode: of("recovery-code", "0000000000000000"),
      taxpayer: ofTaxpayer({ idType: "SSN", digits: Redacted.make("900126789") })
    }
  }).pipe(Effect.provide(inKeyring(file)))

describe("T33 a new epoch", () => {
  it.effect("voids every link, code and token that is out, and nothing that things are found by", () =>
    Effect.gen(function* () {
      const before = yield* madeIn(first)
      const after = yield* madeIn(withNewEpoch(first))
      const same = Object.entries(before).flatMap(([name, value]) =>
        after[name as keyof typeof after] === value ? [name] : []
      )
      assert.deepStrictEqual(same, ["taxpayer"])
      const { isSecurityCode, readLinkToken } = yield* Effect.provide(Derived, inKeyring(withNewEpoch(first)))
      assert.isUndefined(readLinkToken("activation", Redacted.make(before.activation)))
      assert.isFalse(isSecurityCode(id, Redacted.make(before.code)))
    })
  )

  it.effect("is the first where a file names none", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* madeIn(first), yield* madeIn({ ...first, epoch: 1 }))
    })
  )

  it.effect("is a whole number from 1 on", () =>
    Effect.gen(function* () {
      for (const epoch of [0, -1, 1.5, Number.NaN]) {
        const error = yield* Effect.flip(keyringOf({ ...first, epoch }, "the test's"))
        assert.match(error.message, /has an epoch that is not a whole number/u)
      }
    })
  )

  it("is written into the file of the keys, for its owner alone", () => {
    const file = join(mkdtempSync(join(tmpdir(), "mtc-logon-epoch-")), "keyring.json")
    writeFileSync(file, JSON.stringify(first), { mode: 0o600 })
    assert.deepStrictEqual([beginEpoch(file), beginEpoch(file)], [2, 3])
    assert.deepStrictEqual(JSON.parse(readFileSync(file, "utf8")), { ...first, epoch: 3 })
    assert.strictEqual(statSync(file).mode & 0o777, 0o600)
  })
})
