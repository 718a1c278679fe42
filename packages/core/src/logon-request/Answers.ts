import * as Schema from "effect/Schema"

const Secret = Schema.RedactedFromValue(Schema.String)

/**
 * What was answered so far, parsed: the part of a draft that is sealed at rest.
 *
 * **Details**
 *
 * A step is absent until it is answered. An amount is never among it, only in the decision log. Password and secret answer
 * are hashed at their step; the PIN waits for submit, which shows it once and hashes it (D-17).
 */
export const Answers = Schema.Struct({
  "taxpayer-type": Schema.optionalKey(Schema.Struct({ taxpayerType: Schema.Literals(["individual", "business"]) })),
  "taxpayer-id": Schema.optionalKey(
    Schema.Struct({
      idType: Schema.Literals(["SSN", "ITIN", "FEIN"]),
      /** Nine digits. */
      id: Secret,
      accountType: Schema.String
    })
  ),
  "verification-type": Schema.optionalKey(
    Schema.Struct({ verificationType: Schema.Literals(["amount", "letterId", "lineItem"]) })
  ),
  "tax-amount": Schema.optionalKey(
    Schema.Struct({ amountKind: Schema.Literals(["taxReturnAmount", "refundAmount", "amountDue"]) })
  ),
  "letter-id": Schema.optionalKey(Schema.Struct({})),
  "line-item": Schema.optionalKey(Schema.Struct({})),
  profile: Schema.optionalKey(
    Schema.Struct({
      name: Schema.String,
      phoneCountry: Schema.String,
      phoneType: Schema.Literals(["cell", "home", "work"]),
      /** As `parsePhoneNumber` gives it. */
      phoneNumber: Schema.String,
      /** Four digits. */
      pin: Secret,
      email: Schema.String
    })
  ),
  logon: Schema.optionalKey(
    Schema.Struct({
      username: Schema.String,
      passwordHash: Secret,
      secretQuestion: Schema.String,
      secretAnswerHash: Secret
    })
  ),
  "profile-access": Schema.optionalKey(Schema.Struct({ taxProfessional: Schema.Boolean })),
  terms: Schema.optionalKey(Schema.Struct({ termsVersion: Schema.String, acceptedAt: Schema.DateTimeUtcFromString }))
})
export type Answers = typeof Answers.Type
