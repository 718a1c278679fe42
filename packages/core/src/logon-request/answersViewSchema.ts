import * as Schema from "effect/Schema"
import { schemaOf } from "../engine/schemaOf.ts"
import type { AnswersView } from "./LogonRequestView.ts"

/** That a step was answered is all that may be told of it. */
const untold = Schema.optionalKey(Schema.Record(Schema.String, Schema.Never))

/** What was answered so far, as it may be shown and as JSON has it. */
export const answersViewSchema = schemaOf<AnswersView>()(
  "AnswersView",
  Schema.Struct({
    "taxpayer-type": Schema.optionalKey(Schema.Struct({ taxpayerType: Schema.String })),
    "taxpayer-id": Schema.optionalKey(
      Schema.Struct({
        idType: Schema.String,
        id: Schema.String.annotate({ description: "Masked.", examples: ["***-**-6789"] }),
        accountType: Schema.String
      })
    ),
    "verification-type": Schema.optionalKey(Schema.Struct({ verificationType: Schema.String })),
    "tax-amount": Schema.optionalKey(Schema.Struct({ amountKind: Schema.String })),
    "letter-id": untold,
    "line-item": untold,
    profile: Schema.optionalKey(
      Schema.Struct({
        name: Schema.String,
        phoneCountry: Schema.String,
        phoneType: Schema.String,
        phoneNumber: Schema.String.annotate({ description: "Masked.", examples: ["(***) ***-6367"] }),
        email: Schema.String.annotate({ description: "Masked.", examples: ["e***@d**.s****.m*.us"] })
      })
    ),
    logon: Schema.optionalKey(Schema.Struct({ username: Schema.String, secretQuestion: Schema.String })),
    "profile-access": Schema.optionalKey(Schema.Struct({ taxProfessional: Schema.Boolean })),
    terms: Schema.optionalKey(Schema.Struct({ termsVersion: Schema.String }))
  })
)
