import { createSecretKey, randomBytes } from "node:crypto"
import type { KeyObject } from "node:crypto"
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { Context, Data, Effect, Layer } from "effect"
import { errorCode } from "../errorCode.ts"
import { ServerConfig } from "../ServerConfig.ts"
import type { ServerSettings } from "../ServerConfig.ts"

/** What the server needs keys for; no key serves two purposes. */
export const keyNames = ["encryption", "digest", "code", "link", "audit", "signing"] as const
export type KeyName = (typeof keyNames)[number]

/** One key of 256 bits; `version` is 1, 2, 3, ... */
export interface Key {
  readonly version: number
  readonly key: KeyObject
}

/** The keyring's file cannot be used. */
export class KeyringError extends Data.TaggedError("KeyringError")<{ readonly file: string; readonly fix: string }> {
  override get message() {
    return `KEYRING_FILE ${this.file} ${this.fix}`
  }
}

/**
 * The keys of the server: for each name one that is in force and those that were.
 *
 * **Details**
 *
 * New things are made with the key in force; old ones are found with any. A key is taken out of the file only when nothing
 * made with it is left.
 */
export class Keyring extends Context.Service<
  Keyring,
  {
    readonly active: (name: KeyName) => Key
    /** The key in force first, then the others, newest first. */
    readonly all: (name: KeyName) => ReadonlyArray<Key>
    /**
     * Counts up when a database was restored from a backup: what was made before is void.
     *
     * **Gotchas**
     *
     * It stands with the keys, not in the database: a restored database would bring the old one back.
     */
    readonly epoch: number
  }
>()("server/secrets/Keyring") {}

/** The file: `{"epoch": 1, "encryption": {"active": 2, "keys": {"1": "<base64>", "2": "<base64>"}}, ...}`. */
export type KeyringFile = {
  readonly [N in KeyName]?: { readonly active: number; readonly keys: Readonly<Record<string, unknown>> }
} & {
  /** 1 where it is absent. */
  readonly epoch?: number
}

/** A keyring with one new key for each name. */
export const newKeyringFile = (): KeyringFile =>
  Object.fromEntries(keyNames.map((name) => [name, { active: 1, keys: { 1: randomBytes(32).toString("base64") } }]))

/**
 * Makes the keys of a server, in a file that its owner alone can read; answers whether it did: a file that is there stays.
 *
 * **Gotchas**
 *
 * Without its keys a database is lost: the file belongs into the backup, apart from the database.
 */
export const makeKeyringFile = (file: string): boolean => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, JSON.stringify(newKeyringFile(), null, 2), { mode: 0o600, flag: "wx" })
    return true
  } catch (failure) {
    if (errorCode(failure) === "EEXIST") return false
    throw failure
  }
}

/** The same keyring with one more key for a name, in force from now on. */
export const withNewKey = (file: KeyringFile, name: KeyName): KeyringFile => {
  const keys = file[name]?.keys ?? {}
  const active = Math.max(0, ...Object.keys(keys).map(Number)) + 1
  return { ...file, [name]: { active, keys: { ...keys, [active]: randomBytes(32).toString("base64") } } }
}

/** The same keyring in its next epoch: every link, code, session and token that is out is void. */
export const withNewEpoch = (file: KeyringFile): KeyringFile => ({ ...file, epoch: (file.epoch ?? 1) + 1 })

/** What to do about keys that are not allowed. */
const remake = "create new keys with new-keyring <file>"

/** Different values that 32 random bytes have at least: fewer are words, hex digits or a pattern. */
const leastValues = 17

/** Whether bytes, or the steps between them, are of few values: zeros, a row, a text. Random ones are once in 10^9. */
const isWeak = (bytes: Uint8Array): boolean => {
  const steps = bytes.map((byte, at) => byte - (bytes[at - 1] ?? 0))
  return [bytes, steps].some((values) => new Set(values).size < leastValues)
}

const readKeys = (file: KeyringFile, name: KeyName): ReadonlyArray<Key> | string => {
  const entry = file?.[name]
  if (typeof entry !== "object" || entry === null || typeof entry.keys !== "object") return `has no ${name} key`
  const keys: Key[] = []
  for (const [version, text] of Object.entries(entry.keys)) {
    const bytes = Buffer.from(typeof text === "string" ? text : "", "base64")
    if (bytes.length !== 32 || !/^[1-9]\d{0,8}$/.test(version))
      return `has a ${name} key that is not 32 bytes in base64`
    if (isWeak(bytes)) return `has a weak ${name} key, which is easy to guess: ${remake}`
    keys.push({ version: Number(version), key: createSecretKey(bytes) })
  }
  const inForce = keys.find((key) => key.version === entry.active)
  if (inForce === undefined) return `has no active ${name} key`
  return [inForce, ...keys.filter((key) => key !== inForce).sort((a, b) => b.version - a.version)]
}

/** The keyring that a file's content makes; fails with what is wrong, never with a key. */
export const keyringOf = (content: KeyringFile, file: string): Effect.Effect<Keyring["Service"], KeyringError> =>
  Effect.gen(function* () {
    const keys = new Map<KeyName, ReadonlyArray<Key>>()
    for (const name of keyNames) {
      const read = readKeys(content, name)
      if (typeof read === "string") return yield* new KeyringError({ file, fix: read })
      keys.set(name, read)
    }
    const bytes = [...keys.values()].flat().map(({ key }) => key.export().toString("hex"))
    if (new Set(bytes).size < bytes.length) {
      return yield* new KeyringError({
        file,
        fix: `has the same key twice. Each purpose needs its own key: ${remake}`
      })
    }
    const { epoch = 1 } = content
    if (!Number.isSafeInteger(epoch) || epoch < 1) {
      return yield* new KeyringError({ file, fix: "has an epoch that is not a whole number of 1 or more" })
    }
    return Keyring.of({ active: (name) => keys.get(name)![0]!, all: (name) => keys.get(name)!, epoch })
  })

const readKeyringFile = (file: string) =>
  Effect.try({
    try: (): KeyringFile => JSON.parse(readFileSync(file, "utf8")),
    catch: () => new KeyringError({ file, fix: "is missing or is not JSON" })
  })

/** What the mode of a file gives to others than its owner, but for reading by its group. */
const toOthers = 0o027

/** Fails where others than its owner and the readers of its group are let at the file. */
const checkMode = (file: string) =>
  (statSync(file).mode & toOthers) === 0
    ? Effect.void
    : new KeyringError({ file, fix: "can be read or changed by other accounts. Run chmod 640 or chmod 600 on it" })

/** The keyring of `KEYRING_FILE`; development makes one that only its owner can read. */
export const readKeyring = ({
  dataDir,
  isDevelopment,
  keyringFile
}: Pick<ServerSettings, "dataDir" | "isDevelopment" | "keyringFile">) =>
  Effect.gen(function* () {
    if (keyringFile === undefined && dataDir.startsWith("memory://"))
      return yield* keyringOf(newKeyringFile(), "(none)")
    const file = keyringFile ?? join(dataDir, "keyring.json")
    if (isDevelopment) makeKeyringFile(file)
    const content = yield* readKeyringFile(file)
    if (!isDevelopment) yield* checkMode(file)
    return yield* keyringOf(content, file)
  })

/** The keyring of this process. */
export const keyringLayer = Layer.effect(Keyring, Effect.flatMap(ServerConfig, readKeyring))
