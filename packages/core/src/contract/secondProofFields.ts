import * as Schema from "effect/Schema"
import { secretText } from "./secretText.ts"

/** The response of a passkey, as a browser writes it in JSON. */
const Credential = Schema.Struct({
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

/** The fields of a second step. A call sends exactly one. */
export const secondProofFields = {
  code: Schema.optionalKey(
    secretText({ description: "The code that was sent, or that the app shows.", examples: ["123456"] })
  ),
  recoveryCode: Schema.optionalKey(secretText({ description: "A recovery code, in place of code." })),
  credential: Schema.optionalKey(Credential)
}
