import type { AnswerTexts } from "@mtc-logon/core/logon-request"
import type { AnsweredStepId } from "@mtc-logon/core/journey"
import * as Schema from "effect/Schema"

/** The texts of each step on the wire; a step without its texts does not compile. What they say is read by core. */
export const answerTexts = {
  "taxpayer-type": Schema.Struct({
    taxpayerType: Schema.String.annotate({ description: "individual or business.", examples: ["individual"] })
  }),
  "taxpayer-id": Schema.Struct({
    idType: Schema.String.annotate({ description: "SSN, ITIN or FEIN.", examples: ["SSN"] }),
    id: Schema.optionalKey(
      Schema.String.annotate({
        description: "The number, as typed; as before where it is left out.",
        examples: ["900-12-6789"]
      })
    ),
    confirmId: Schema.optionalKey(
      Schema.String.annotate({
        description: "The number again; as before where it is left out.",
        examples: ["900-12-6789"]
      })
    ),
    accountType: Schema.String.annotate({
      description: "One of the account types of the policy.",
      examples: ["personal-income-tax"]
    })
  }),
  "verification-type": Schema.Struct({
    verificationType: Schema.String.annotate({ description: "amount, letterId or lineItem.", examples: ["amount"] })
  }),
  "tax-amount": Schema.Struct({
    amountKind: Schema.String.annotate({
      description: "taxReturnAmount, refundAmount or amountDue.",
      examples: ["taxReturnAmount"]
    }),
    amount: Schema.String.annotate({ description: "US dollars, as typed.", examples: ["$1,234.50"] })
  }),
  "letter-id": Schema.Struct({
    letterId: Schema.String.annotate({ description: "As printed on the letter.", examples: ["L0123456789"] })
  }),
  "line-item": Schema.Struct({
    amount: Schema.String.annotate({ description: "US dollars, as typed.", examples: ["$1,234.50"] })
  }),
  profile: Schema.Struct({
    name: Schema.String.annotate({ examples: ["ELMO GOOD"] }),
    phoneCountry: Schema.String.annotate({ description: "ISO 3166-1 alpha-2.", examples: ["US"] }),
    phoneType: Schema.String.annotate({ description: "cell, home or work.", examples: ["cell"] }),
    phoneNumber: Schema.optionalKey(
      Schema.String.annotate({
        description: "As typed; as before where it is left out and the country is the same.",
        examples: ["(617) 555-0110"]
      })
    ),
    pin: Schema.optionalKey(
      Schema.String.annotate({
        description: "Digits, as many as the policy says; as before where it is left out.",
        examples: ["2468"]
      })
    ),
    email: Schema.optionalKey(
      Schema.String.annotate({
        description: "With its confirmation as before where both are left out.",
        examples: ["good.elmo@example.com"]
      })
    ),
    confirmEmail: Schema.optionalKey(
      Schema.String.annotate({ description: "The address again.", examples: ["good.elmo@example.com"] })
    )
  }),
  logon: Schema.Struct({
    username: Schema.String.annotate({ examples: ["good.elmo"] }),
    password: Schema.String,
    confirmPassword: Schema.String.annotate({ description: "The password again." }),
    secretQuestion: Schema.String.annotate({
      description: "Id of a question of the policy; empty where none is asked."
    }),
    secretAnswer: Schema.String
  }),
  "profile-access": Schema.Struct({
    taxProfessional: Schema.Boolean.annotate({ description: "Whether the logon is for work on clients." })
  }),
  terms: Schema.Struct({
    accepted: Schema.Boolean.annotate({ examples: [true] }),
    termsVersion: Schema.String.annotate({
      description: "The version that the policy names.",
      examples: ["2020-11-20"]
    })
  })
} as const satisfies { readonly [S in AnsweredStepId]: Schema.Codec<AnswerTexts[S], unknown> }
