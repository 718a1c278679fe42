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
        description: "The number as typed. If left out, it does not change.",
        examples: ["900-12-6789"]
      })
    ),
    confirmId: Schema.optionalKey(
      Schema.String.annotate({
        description: "The number again. If left out, it does not change.",
        examples: ["900-12-6789"]
      })
    ),
    accountType: Schema.String.annotate({
      description: "An account type of the policy.",
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
        description: "The phone number as typed. If left out, and the country is the same, it does not change.",
        examples: ["(617) 555-0110"]
      })
    ),
    pin: Schema.optionalKey(
      Schema.String.annotate({
        description: "The PIN. The policy sets the number of digits. If left out, it does not change.",
        examples: ["2468"]
      })
    ),
    email: Schema.optionalKey(
      Schema.String.annotate({
        description: "The e-mail address. If it and its confirmation are left out, it does not change.",
        examples: ["good.elmo@example.com"]
      })
    ),
    confirmEmail: Schema.optionalKey(
      Schema.String.annotate({ description: "The e-mail address again.", examples: ["good.elmo@example.com"] })
    )
  }),
  logon: Schema.Struct({
    username: Schema.String.annotate({ examples: ["good.elmo"] }),
    password: Schema.String,
    confirmPassword: Schema.String.annotate({ description: "The password again." }),
    secretQuestion: Schema.String.annotate({
      description: "ID of a question of the policy. Empty if the policy has none."
    }),
    secretAnswer: Schema.String
  }),
  "profile-access": Schema.Struct({
    taxProfessional: Schema.Boolean.annotate({ description: "Whether the logon will manage clients' accounts." })
  }),
  terms: Schema.Struct({
    accepted: Schema.Boolean.annotate({ examples: [true] }),
    termsVersion: Schema.String.annotate({
      description: "The version of the terms in the policy.",
      examples: ["2020-11-20"]
    })
  })
} as const satisfies { readonly [S in AnsweredStepId]: Schema.Codec<AnswerTexts[S], unknown> }
