import type { SecondStepProof } from "@mtc-logon/core/two-step"
import { Effect, Redacted } from "effect"
import * as Schema from "effect/Schema"
import { HttpError } from "../../http/HttpError.ts"

/** A passkey's answer as a browser says it in JSON. */
export const Credential = Schema.Struct({
  id: Schema.String,
  rawId: Schema.String,
  type: Schema.Literal("public-key"),
  authenticatorAttachment: Schema.optionalKey(Schema.NullOr(Schema.String)),
  clientExtensionResults: Schema.Record(Schema.String, Schema.Unknown),
  response: Schema.Struct({
    clientDataJSON: Schema.String,
    attestationObject: Schema.optionalKey(Schema.String),
    authenticatorData: Schema.optionalKey(Schema.String),
    signature: Schema.optionalKey(Schema.String),
    userHandle: Schema.optionalKey(Schema.NullOr(Schema.String)),
    transports: Schema.optionalKey(Schema.Array(Schema.String)),
    publicKeyAlgorithm: Schema.optionalKey(Schema.Int),
    publicKey: Schema.optionalKey(Schema.NullOr(Schema.String))
  })
}).annotate({ identifier: "PasskeyCredential", description: "The response of a passkey, in place of code." })

/** What may be shown as a second step; one of them. */
export const proofFields = {
  code: Schema.optionalKey(
    Schema.String.annotate({ description: "The code that was sent, or that the app shows.", examples: ["123456"] })
  ),
  recoveryCode: Schema.optionalKey(Schema.String.annotate({ description: "A recovery code, in place of code." })),
  credential: Schema.optionalKey(Credential)
}

interface ProofBody {
  readonly code?: string
  readonly recoveryCode?: string
  readonly credential?: typeof Credential.Type
}

/** The one thing of a body that is shown as a second step; none, or more than one, is malformed. */
export const proofOf = (body: ProofBody): Effect.Effect<SecondStepProof, HttpError> => {
  const proofs: ReadonlyArray<SecondStepProof> = [
    ...(body.code === undefined ? [] : [{ code: Redacted.make(body.code) }]),
    ...(body.recoveryCode === undefined ? [] : [{ recoveryCode: Redacted.make(body.recoveryCode) }]),
    ...(body.credential === undefined ? [] : [{ credential: { ...body.credential } }])
  ]
  const [proof, ...more] = proofs
  return proof === undefined || more.length > 0
    ? Effect.fail(new HttpError({ reason: { _tag: "Malformed", paths: ["code"] } }))
    : Effect.succeed(proof)
}
