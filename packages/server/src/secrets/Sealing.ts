import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"
import { Context, Data, Effect, Layer, Redacted } from "effect"
import { Keyring } from "./Keyring.ts"

/** Where a sealed text stands; bound to it, so that it opens nowhere else. */
export interface SealedPlace {
  /** Name of the table in the database, `logon_request`. */
  readonly table: string
  /** Name of the column, `receipt`. */
  readonly column: string
  /** Primary key of the row. */
  readonly row: string
}

/**
 * A sealed text does not open: it was changed, moved, or its key is gone.
 *
 * **Gotchas**
 *
 * Nobody does this by mistake: whoever catches it keeps it in the audit trail (`audit/auditBrokenSeal.ts`).
 */
export class SealBroken extends Data.TaggedError("SealBroken")<SealedPlace> {}

/**
 * Seals texts for the database: AES-256-GCM, a random IV of 96 bits, bound to table, column, row and version of the key.
 *
 * **Details**
 *
 * Bytes: version of the key (4), IV (12), tag (16), ciphertext.
 */
export class Sealing extends Context.Service<
  Sealing,
  {
    readonly seal: (place: SealedPlace, text: Redacted.Redacted | string) => Uint8Array
    /** Throws `SealBroken`, a defect. */
    readonly open: (place: SealedPlace, bytes: Uint8Array) => Redacted.Redacted
    /** Whether the text was sealed under a key that is no longer in force, and should be sealed anew. */
    readonly isStale: (bytes: Uint8Array) => boolean
  }
>()("server/secrets/Sealing") {}

const boundTo = ({ table, column, row }: SealedPlace, version: number) =>
  Buffer.from(`${table}|${column}|${row}|${version}`)

const versionOf = (bytes: Uint8Array) => (bytes.length < 32 ? 0 : Buffer.from(bytes).readUInt32BE(0))

export const sealingLayer = Layer.effect(
  Sealing,
  Effect.map(Keyring, ({ active, all }) => ({
    seal: (place, text) => {
      const { key, version } = active("encryption")
      const head = Buffer.alloc(4)
      head.writeUInt32BE(version)
      const iv = randomBytes(12)
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(boundTo(place, version))
      const body = Buffer.concat([
        cipher.update(Redacted.isRedacted(text) ? Redacted.value(text) : text, "utf8"),
        cipher.final()
      ])
      return Buffer.concat([head, iv, cipher.getAuthTag(), body])
    },
    open: (place, bytes) => {
      const version = versionOf(bytes)
      const found = all("encryption").find((each) => each.version === version)
      if (found === undefined) throw new SealBroken(place)
      try {
        const cipher = createDecipheriv("aes-256-gcm", found.key, bytes.subarray(4, 16), { authTagLength: 16 })
          .setAAD(boundTo(place, version))
          .setAuthTag(bytes.subarray(16, 32))
        return Redacted.make(Buffer.concat([cipher.update(bytes.subarray(32)), cipher.final()]).toString("utf8"))
      } catch {
        throw new SealBroken(place)
      }
    },
    isStale: (bytes) => versionOf(bytes) !== active("encryption").version
  }))
)
