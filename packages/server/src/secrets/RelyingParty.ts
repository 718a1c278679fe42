import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse
} from "@simplewebauthn/server"
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server"
import { Effect, Redacted } from "effect"
import * as Schema from "effect/Schema"

/** What is kept of a passkey. */
export const PasskeyJson = Schema.Struct({
  credentialId: Schema.String,
  /** COSE, base64url. */
  publicKey: Schema.String,
  counter: Schema.Int,
  transports: Schema.Array(Schema.String)
})
export type KeptPasskey = typeof PasskeyJson.Type

/** The server as passkeys know it: the host of its pages, and their origins. */
export interface RelyingParty {
  readonly rpId: string
  readonly origins: ReadonlyArray<string>
}

/** The server as its settings say it. */
export const relyingPartyOf = ({
  firstPartyOrigins,
  publicBaseUrl
}: {
  readonly firstPartyOrigins: ReadonlyArray<string>
  readonly publicBaseUrl: string
}): RelyingParty => ({ rpId: new URL(publicBaseUrl).hostname, origins: firstPartyOrigins })

const rpName = "MassTaxConnect"

/**
 * COSE's numbers of Ed25519, ES256 and RS256.
 *
 * **Gotchas**
 *
 * The library would ask for ML-DSA first where Node knows it: its keys and signatures are longer than any text of a body may
 * be, and Node calls it experimental.
 */
const algorithms = [-8, -7, -257]

type Answer = Readonly<Record<string, unknown>>

/** What the browser is asked to make a passkey with. */
export const creationOptions = (
  { rpId }: RelyingParty,
  challenge: Redacted.Redacted,
  {
    kept,
    logonId,
    timeoutMs,
    username
  }: {
    readonly kept: ReadonlyArray<KeptPasskey>
    readonly logonId: string
    readonly timeoutMs: number
    readonly username: string
  }
): Effect.Effect<Answer> =>
  Effect.promise(async () => ({
    ...(await generateRegistrationOptions({
      rpName,
      rpID: rpId,
      userName: username,
      userID: new TextEncoder().encode(logonId),
      challenge: Buffer.from(Redacted.value(challenge), "base64url"),
      timeout: timeoutMs,
      attestationType: "none",
      supportedAlgorithmIDs: algorithms,
      excludeCredentials: kept.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports]
      })),
      authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" }
    }))
  }))

/** What the browser is asked to sign with one of these passkeys. */
export const requestOptions = (
  { rpId }: RelyingParty,
  challenge: Redacted.Redacted,
  kept: ReadonlyArray<KeptPasskey>,
  timeoutMs: number
): Effect.Effect<Answer> =>
  Effect.promise(async () => ({
    ...(await generateAuthenticationOptions({
      rpID: rpId,
      challenge: Buffer.from(Redacted.value(challenge), "base64url"),
      timeout: timeoutMs,
      userVerification: "preferred",
      allowCredentials: kept.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] }))
    }))
  }))

const isOneOf = (challenges: ReadonlyArray<Redacted.Redacted>) => (said: string) =>
  challenges.some((challenge) => Redacted.value(challenge) === said)

/** The library throws at whatever is not right: that is a no. */
const orNull = <A>(work: () => Promise<A | null>): Effect.Effect<A | null> =>
  Effect.promise(() => work().catch(() => null))

/** The new passkey of an answer to `creationOptions`; null: it is none, or not of this challenge and server. */
export const newPasskeyOf = (
  { origins, rpId }: RelyingParty,
  challenges: ReadonlyArray<Redacted.Redacted>,
  answered: Answer
): Effect.Effect<KeptPasskey | null> =>
  orNull(async () => {
    const { registrationInfo, verified } = await verifyRegistrationResponse({
      response: answered as unknown as RegistrationResponseJSON,
      expectedChallenge: isOneOf(challenges),
      expectedOrigin: [...origins],
      expectedRPID: rpId,
      supportedAlgorithmIDs: algorithms,
      requireUserVerification: false
    })
    if (!verified || registrationInfo === undefined) return null
    const { counter, id, publicKey, transports = [] } = registrationInfo.credential
    return { credentialId: id, publicKey: Buffer.from(publicKey).toString("base64url"), counter, transports }
  })

/**
 * A passkey after an answer to `requestOptions`, its counter moved; null: it did not sign this, for this server.
 *
 * **Gotchas**
 *
 * A counter that did not go up is a copy of the passkey: the library refuses it, but for passkeys that never count.
 */
export const signedPasskeyOf = (
  { origins, rpId }: RelyingParty,
  challenges: ReadonlyArray<Redacted.Redacted>,
  kept: KeptPasskey,
  answered: Answer
): Effect.Effect<KeptPasskey | null> =>
  orNull(async () => {
    const { authenticationInfo, verified } = await verifyAuthenticationResponse({
      response: answered as unknown as AuthenticationResponseJSON,
      expectedChallenge: isOneOf(challenges),
      expectedOrigin: [...origins],
      expectedRPID: rpId,
      credential: {
        id: kept.credentialId,
        publicKey: Buffer.from(kept.publicKey, "base64url"),
        counter: kept.counter
      },
      requireUserVerification: false
    })
    return verified ? { ...kept, counter: authenticationInfo.newCounter } : null
  })
