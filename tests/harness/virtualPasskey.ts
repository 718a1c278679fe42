import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto"

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest()
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url")

/** A byte string of CBOR (RFC 8949), shorter than 64 KiB. */
const cborBytes = (bytes: Uint8Array): Buffer =>
  bytes.length < 256
    ? Buffer.concat([Buffer.from([0x58, bytes.length]), bytes])
    : Buffer.concat([Buffer.from([0x59, bytes.length >> 8, bytes.length & 0xff]), bytes])
const cborText = (text: string): Buffer => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])

/** What an answer is to be wrong in. */
export interface PasskeyMistakes {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly counter?: number
}

/** An authenticator of Web Authentication, as a program: one passkey (ES256) that counts its uses. */
export const virtualPasskey = (origin: string) => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const credentialId = randomBytes(32)
  const { x = "", y = "" } = publicKey.export({ format: "jwk" })
  // COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
  const coseKey = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(Buffer.from(x, "base64url")),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y, "base64url"))
  ])
  let counter = 0

  const authenticatorBytes = (rpId: string, flags: number, count: number, more: Uint8Array = Buffer.alloc(0)) => {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(count)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counted, more])
  }
  const client = (type: string, challenge: string, from: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }))
  const head = {
    id: base64url(credentialId),
    rawId: base64url(credentialId),
    type: "public-key",
    clientExtensionResults: {}
  } as const

  return {
    /** Answers the options of `navigator.credentials.create`. */
    create: (
      options: { readonly challenge: string; readonly rp: { readonly id: string } },
      wrong: PasskeyMistakes = {}
    ) => {
      const length = Buffer.from([0, credentialId.length])
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey])
      const bytes = authenticatorBytes(wrong.rpId ?? options.rp.id, 0x45, counter, attested)
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        cborText("fmt"),
        cborText("none"),
        cborText("attStmt"),
        Buffer.from([0xa0]),
        cborText("authData"),
        cborBytes(bytes)
      ])
      const said = client("webauthn.create", wrong.challenge ?? options.challenge, wrong.origin ?? origin)
      return {
        ...head,
        response: {
          clientDataJSON: base64url(said),
          attestationObject: base64url(attestationObject),
          transports: ["internal"]
        }
      }
    },
    /** Answers the options of `navigator.credentials.get`. */
    get: (options: { readonly challenge: string; readonly rpId: string }, wrong: PasskeyMistakes = {}) => {
      counter += 1
      const bytes = authenticatorBytes(wrong.rpId ?? options.rpId, 0x05, wrong.counter ?? counter)
      const said = client("webauthn.get", wrong.challenge ?? options.challenge, wrong.origin ?? origin)
      const signature = sign("sha256", Buffer.concat([bytes, sha256(said)]), privateKey)
      return {
        ...head,
        response: {
          clientDataJSON: base64url(said),
          authenticatorData: base64url(bytes),
          signature: base64url(signature)
        }
      }
    }
  }
}
