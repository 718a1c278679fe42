import { createHmac, randomBytes } from "node:crypto"
import { Context, Effect, Layer, Redacted } from "effect"
import { isEqualSecret } from "./isEqualSecret.ts"
import { Keyring } from "./Keyring.ts"
import type { Key } from "./Keyring.ts"

/** What a link is for: a token of one purpose is none of another. */
export type LinkPurpose = "activation" | "password-reset" | "email-change"

/**
 * Codes and tokens that are made of the id of their row when they are sent, so that no table and no queue holds one.
 *
 * **Gotchas**
 *
 * What was made with a key that has been rotated out of force still matches while the key is in the ring.
 */
export class Derived extends Context.Service<
  Derived,
  {
    /** Six digits: HMAC(code key, id), its first 64 bits modulo a million. @rule D-14 */
    readonly securityCode: (id: string) => Redacted.Redacted
    /** Whether what was typed is the code; each key is tried, in constant time. */
    readonly isSecurityCode: (id: string, typed: Redacted.Redacted) => boolean
    /**
     * A "this was not me" code as it would be under each key, the one in force first: 16 letters and digits, 80 bits, to be
     * typed from paper. Its row keeps a digest of the one that counts.
     */
    readonly notMeCodes: (id: string) => ReadonlyArray<Redacted.Redacted>
    /** What a passkey signs: 256 bits, base64url. @rule D-49 */
    readonly passkeyChallenge: (id: string) => Redacted.Redacted
    /** The same under every key: a challenge may have been made before a key was rotated. */
    readonly passkeyChallenges: (id: string) => ReadonlyArray<Redacted.Redacted>
    /** The id and a token of 256 bits in one text of 64 characters, base64url. `id` is a UUID. @rule D-13 */
    readonly linkToken: (purpose: LinkPurpose, id: string) => Redacted.Redacted
    /** The id in a token of this server and of this purpose; none in any other text. */
    readonly readLinkToken: (purpose: LinkPurpose, token: Redacted.Redacted) => string | undefined
  }
>()("server/secrets/Derived") {}

/** A new token of 256 bits, base64url, from the system's randomness. */
export const randomToken = (): Redacted.Redacted => Redacted.make(randomBytes(32).toString("base64url"))

/** What is made in an epoch is good in that one only; the first is unmarked. */
const inEpoch = (epoch: number, purpose: string) => (epoch > 1 ? `${purpose}\0${epoch}` : purpose)

const securityCodeUnder = ({ key }: Key, epoch: number, id: string): Redacted.Redacted => {
  const first = createHmac("sha256", key)
    .update(`${inEpoch(epoch, "security-code")}\0${id}`)
    .digest()
    .readBigUInt64BE(0)
  return Redacted.make((first % 1_000_000n).toString().padStart(6, "0"))
}

const passkeyChallengeUnder = ({ key }: Key, epoch: number, id: string): Redacted.Redacted =>
  Redacted.make(
    createHmac("sha256", key)
      .update(`${inEpoch(epoch, "passkey")}\0${id}`)
      .digest("base64url")
  )

const linkTokenUnder = ({ key }: Key, epoch: number, purpose: LinkPurpose, id: string): Redacted.Redacted => {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex")
  const proof = createHmac("sha256", key)
    .update(`${inEpoch(epoch, purpose)}\0`)
    .update(bytes)
    .digest()
  return Redacted.make(Buffer.concat([bytes, proof]).toString("base64url"))
}

/** Crockford's base 32: no I, L, O and U, so that it can be read from paper and over the phone. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

const notMeCodeUnder = ({ key }: Key, epoch: number, id: string): Redacted.Redacted => {
  const proof = createHmac("sha256", key)
    .update(`${inEpoch(epoch, "not-me-code")}\0${id}`)
    .digest()
  // Sixteen of its bytes, five bits of each: 80 bits.
  return Redacted.make(Array.from(proof.subarray(0, 16), (byte) => alphabet[byte & 31]).join(""))
}

const idIn = (token: string): string | undefined => {
  if (!/^[\w-]{64}$/.test(token)) return undefined
  const hex = Buffer.from(token, "base64url").subarray(0, 16).toString("hex")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}

export const derivedLayer = Layer.effect(
  Derived,
  Effect.map(Keyring, ({ active, all, epoch }) => ({
    securityCode: (id) => securityCodeUnder(active("code"), epoch, id),
    notMeCodes: (id) => all("link").map((key) => notMeCodeUnder(key, epoch, id)),
    isSecurityCode: (id, typed) =>
      all("code")
        .map((key) => isEqualSecret(securityCodeUnder(key, epoch, id), typed))
        .includes(true),
    passkeyChallenge: (id) => passkeyChallengeUnder(active("code"), epoch, id),
    passkeyChallenges: (id) => all("code").map((key) => passkeyChallengeUnder(key, epoch, id)),
    linkToken: (purpose, id) => linkTokenUnder(active("link"), epoch, purpose, id),
    readLinkToken: (purpose, token) => {
      const id = idIn(Redacted.value(token))
      if (id === undefined) return undefined
      const known = all("link").map((key) => isEqualSecret(linkTokenUnder(key, epoch, purpose, id), token))
      return known.includes(true) ? id : undefined
    }
  }))
)
