import { createHash } from "node:crypto"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { keyNames } from "../../packages/server/src/secrets/Keyring.ts"

/** A keyring file with the same keys in every run, so that codes and links made of given ids are given too. */
export const fixedKeyringFile = (): string => {
  const file = join(mkdtempSync(join(tmpdir(), "mtc-logon-keys-")), "keyring.json")
  const keyOf = (name: string) => createHash("sha256").update(`test ${name} 1`).digest("base64")
  const keyring = Object.fromEntries(keyNames.map((name) => [name, { active: 1, keys: { 1: keyOf(name) } }]))
  writeFileSync(file, JSON.stringify(keyring), { mode: 0o600 })
  return file
}
