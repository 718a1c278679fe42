import { createHash } from "node:crypto"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { keyNames } from "../../packages/server/src/secrets/Keyring.ts"

/** A keyring file with the same keys in every run, `versions` of each; the last is in force. */
export const keyringFileOf = (versions: number): string => {
  const file = join(mkdtempSync(join(tmpdir(), "mtc-logon-keys-")), "keyring.json")
  const keysOf = (name: string) =>
    Array.from({ length: versions }, (_, at) => [
      at + 1,
      createHash("sha256")
        .update(`test ${name} ${at + 1}`)
        .digest("base64")
    ])
  const keyring = Object.fromEntries(
    keyNames.map((name) => [name, { active: versions, keys: Object.fromEntries(keysOf(name)) }])
  )
  writeFileSync(file, JSON.stringify(keyring), { mode: 0o600 })
  return file
}

/** One of each, so that codes and links made of given ids are given too. */
export const fixedKeyringFile = (): string => keyringFileOf(1)
