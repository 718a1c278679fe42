import { readFileSync, renameSync, writeFileSync } from "node:fs"
import { withNewEpoch } from "./Keyring.ts"
import type { KeyringFile } from "./Keyring.ts"

/**
 * Puts the keyring of a file into its next epoch; answers which. What was made before is void: links, codes, sessions,
 * trusted devices, tokens of drafts.
 *
 * **Gotchas**
 *
 * A restored database has tokens in it that were used since: with a new epoch none of them opens anything. Processes that run
 * keep the epoch that they began with.
 */
export const beginEpoch = (file: string): number => {
  const kept: KeyringFile = JSON.parse(readFileSync(file, "utf8"))
  const next = withNewEpoch(kept)
  writeFileSync(`${file}.part`, JSON.stringify(next, null, 2), { mode: 0o600 })
  renameSync(`${file}.part`, file)
  return next.epoch ?? 1
}
