import type { AnswerTexts } from "@mtc-logon/core/logon-request"
import type { AnsweredStepId } from "@mtc-logon/core/journey"
import * as Schema from "effect/Schema"

const text = Schema.String
const absent = Schema.optionalKey(Schema.String)

/** The texts of each step on the wire; a step without its texts does not compile. What they say is read by core. */
export const answerTexts = {
  "taxpayer-type": Schema.Struct({ taxpayerType: text }),
  "taxpayer-id": Schema.Struct({ idType: text, id: absent, confirmId: absent, accountType: text }),
  "verification-type": Schema.Struct({ verificationType: text }),
  "tax-amount": Schema.Struct({ amountKind: text, amount: text }),
  "letter-id": Schema.Struct({ letterId: text }),
  "line-item": Schema.Struct({ amount: text }),
  profile: Schema.Struct({
    name: text,
    phoneCountry: text,
    phoneType: text,
    phoneNumber: text,
    pin: absent,
    email: text,
    confirmEmail: text
  }),
  logon: Schema.Struct({
    username: text,
    password: text,
    confirmPassword: text,
    secretQuestion: text,
    secretAnswer: text
  }),
  "profile-access": Schema.Struct({ taxProfessional: Schema.Boolean }),
  terms: Schema.Struct({ accepted: Schema.Boolean, termsVersion: text })
} as const satisfies { readonly [S in AnsweredStepId]: Schema.Codec<AnswerTexts[S], unknown> }
