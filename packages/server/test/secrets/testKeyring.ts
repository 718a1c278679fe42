import { createHash } from "node:crypto"
import { Layer } from "effect"
import { Keyring, keyNames, keyringOf } from "../../src/secrets/Keyring.ts"
import type { KeyringFile, KeyName } from "../../src/secrets/Keyring.ts"

const key = (name: KeyName, version: number) => createHash("sha256").update(`test ${name} ${version}`).digest("base64")

/** The same keys in every run, `versions` of each; the last is in force. */
export const testKeyringFile = (versions = 1): KeyringFile =>
  Object.fromEntries(
    keyNames.map((name) => [
      name,
      {
        active: versions,
        keys: Object.fromEntries(Array.from({ length: versions }, (_, at) => [at + 1, key(name, at + 1)]))
      }
    ])
  )

export const testKeyring = (versions = 1) =>
  Layer.effect(Keyring, keyringOf(testKeyringFile(versions), "the tests' keyring"))
