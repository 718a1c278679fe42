import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto"
import type { JsonWebKey } from "node:crypto"
import { Context, Effect, Layer } from "effect"
import { Keyring } from "./Keyring.ts"
import type { Key } from "./Keyring.ts"

/** Signs what outsiders may check: receipts, checkpoints of the audit trail. Ed25519. */
export class Signing extends Context.Service<
  Signing,
  {
    /** A compact JWS (RFC 7515) over the text; `kid` names the key of `jwks`. */
    readonly jws: (payload: string) => string
    /** What a JWS of this server says; null where none of its keys has signed it. */
    readonly payloadOf: (jws: string) => string | null
    /** The public keys, those that were in force among them: `/.well-known/jwks.json`. */
    readonly jwks: { readonly keys: ReadonlyArray<JsonWebKey> }
  }
>()("server/secrets/Signing") {}

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex")

const privateKeyOf = ({ key }: Key) =>
  createPrivateKey({ key: Buffer.concat([pkcs8Head, key.export()]), format: "der", type: "pkcs8" })

const keyIdIn = (header: string): unknown => {
  try {
    const said: { readonly kid?: unknown } | null = JSON.parse(Buffer.from(header, "base64url").toString())
    return said?.kid
  } catch {
    return undefined
  }
}

const base64url = (text: string) => Buffer.from(text).toString("base64url")

export const signingLayer = Layer.effect(
  Signing,
  Effect.map(Keyring, ({ active, all }) => {
    const inForce = active("signing")
    const privateKey = privateKeyOf(inForce)
    const keys = all("signing").map((key) => ({
      ...createPublicKey(privateKeyOf(key)).export({ format: "jwk" }),
      kid: String(key.version),
      alg: "EdDSA",
      use: "sig"
    }))
    return {
      jws: (payload) => {
        const signed = `${base64url(JSON.stringify({ alg: "EdDSA", kid: String(inForce.version) }))}.${base64url(payload)}`
        return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString("base64url")}`
      },
      payloadOf: (jws) => {
        const [header = "", payload = "", signature = ""] = jws.split(".")
        const key = all("signing").find(({ version }) => String(version) === keyIdIn(header))
        const text = Buffer.from(`${header}.${payload}`)
        return key !== undefined &&
          verify(null, text, createPublicKey(privateKeyOf(key)), Buffer.from(signature, "base64url"))
          ? Buffer.from(payload, "base64url").toString()
          : null
      },
      jwks: { keys }
    }
  })
)
