import * as Schema from "effect/Schema"
import type { AnsweredStepId } from "../journey/logonRequestJourney.ts"
import { accountTypeSchema } from "../taxpayer/accountTypeSchema.ts"
import { claimKindIds, evidences, isAmountKind } from "../verification/claimKinds.ts"

const Secret = Schema.RedactedFromValue(Schema.String)

/** That a step was answered is all that may be told of it. */
const untold = Schema.Record(Schema.String, Schema.Never)

/**
 * What the answer to each step is: `text` as it is typed, on the wire; `kept` in the draft, sealed at rest; `shown` to the
 * person who gave it.
 *
 * **Details**
 *
 * An amount or a letter ID is neither kept nor shown: it is in the decision log alone. Password and secret answer are hashed
 * at their step; the PIN waits for submit, which shows it once and hashes it (D-17).
 */
export const stepShapes = {
  "taxpayer-type": {
    text: Schema.Struct({
      taxpayerType: Schema.String.annotate({ description: "individual or business.", examples: ["individual"] })
    }),
    kept: Schema.Struct({ taxpayerType: Schema.Literals(["individual", "business"]) }),
    shown: Schema.Struct({ taxpayerType: Schema.String })
  },
  "taxpayer-id": {
    text: Schema.Struct({
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
    kept: Schema.Struct({
      idType: Schema.Literals(["SSN", "ITIN", "FEIN"]),
      /** Nine digits. */
      id: Secret,
      accountType: accountTypeSchema
    }),
    shown: Schema.Struct({
      idType: Schema.String,
      id: Schema.String.annotate({ description: "Masked.", examples: ["***-**-6789"] }),
      accountType: Schema.String
    })
  },
  "verification-type": {
    text: Schema.Struct({
      verificationType: Schema.String.annotate({ description: "amount, letterId or lineItem.", examples: ["amount"] })
    }),
    kept: Schema.Struct({ verificationType: Schema.Literals(evidences) }),
    shown: Schema.Struct({ verificationType: Schema.String })
  },
  "tax-amount": {
    text: Schema.Struct({
      amountKind: Schema.String.annotate({
        description: "taxReturnAmount, refundAmount or amountDue.",
        examples: ["taxReturnAmount"]
      }),
      amount: Schema.String.annotate({ description: "US dollars, as typed.", examples: ["$1,234.50"] })
    }),
    kept: Schema.Struct({ amountKind: Schema.Literals(claimKindIds.filter(isAmountKind)) }),
    shown: Schema.Struct({ amountKind: Schema.String })
  },
  "letter-id": {
    text: Schema.Struct({
      letterId: Schema.String.annotate({ description: "As printed on the letter.", examples: ["L0123456789"] })
    }),
    kept: Schema.Struct({}),
    shown: untold
  },
  "line-item": {
    text: Schema.Struct({
      amount: Schema.String.annotate({ description: "US dollars, as typed.", examples: ["$1,234.50"] })
    }),
    kept: Schema.Struct({}),
    shown: untold
  },
  profile: {
    text: Schema.Struct({
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
    kept: Schema.Struct({
      name: Schema.String,
      phoneCountry: Schema.String,
      phoneType: Schema.Literals(["cell", "home", "work"]),
      /** As `parsePhoneNumber` gives it. */
      phoneNumber: Schema.String,
      /** Four digits. */
      pin: Secret,
      email: Schema.String
    }),
    shown: Schema.Struct({
      name: Schema.String,
      phoneCountry: Schema.String,
      phoneType: Schema.String,
      /** @rule D-23 */
      phoneNumber: Schema.String.annotate({ description: "Masked.", examples: ["(***) ***-6367"] }),
      email: Schema.String.annotate({ description: "Masked.", examples: ["e***@d**.s****.m*.us"] })
    })
  },
  logon: {
    text: Schema.Struct({
      username: Schema.String.annotate({ examples: ["good.elmo"] }),
      password: Schema.String,
      confirmPassword: Schema.String.annotate({ description: "The password again." }),
      secretQuestion: Schema.String.annotate({
        description: "ID of a question of the policy. Empty if the policy has none."
      }),
      secretAnswer: Schema.String
    }),
    kept: Schema.Struct({
      username: Schema.String,
      passwordHash: Secret,
      secretQuestion: Schema.String,
      secretAnswerHash: Secret
    }),
    shown: Schema.Struct({ username: Schema.String, secretQuestion: Schema.String })
  },
  "profile-access": {
    text: Schema.Struct({
      taxProfessional: Schema.Boolean.annotate({ description: "Whether the logon will manage clients' accounts." })
    }),
    kept: Schema.Struct({ taxProfessional: Schema.Boolean }),
    shown: Schema.Struct({ taxProfessional: Schema.Boolean })
  },
  terms: {
    text: Schema.Struct({
      accepted: Schema.Boolean.annotate({ examples: [true] }),
      termsVersion: Schema.String.annotate({
        description: "The version of the terms in the policy.",
        examples: ["2020-11-20"]
      })
    }),
    kept: Schema.Struct({ termsVersion: Schema.String, acceptedAt: Schema.DateTimeUtcFromString }),
    shown: Schema.Struct({ termsVersion: Schema.String })
  }
} as const satisfies {
  readonly [S in AnsweredStepId]: Readonly<Record<"text" | "kept" | "shown", Schema.Codec<unknown, unknown>>>
}

type Shapes = typeof stepShapes

/** The texts of each step, as typed, on the wire. */
export type AnswerTexts = { readonly [S in AnsweredStepId]: Shapes[S]["text"]["Type"] }

/** What is kept of each step once it is answered. */
export type KeptAnswers = { readonly [S in AnsweredStepId]: Shapes[S]["kept"]["Type"] }

/** One shape of every step; a step is absent until it is answered. */
const partOf = <P extends "kept" | "shown">(part: P) =>
  Schema.Struct(
    Object.fromEntries(
      Object.entries(stepShapes).map(([step, shape]) => [step, Schema.optionalKey<Schema.Top>(shape[part])])
    ) as unknown as { readonly [S in AnsweredStepId]: Schema.optionalKey<Shapes[S][P]> }
  )

/** What was answered so far, parsed: the part of a draft that is sealed at rest. */
export const Answers = partOf("kept")
export type Answers = typeof Answers.Type

/** What was answered so far, as it may be shown: no amount, letter ID, PIN, password or secret answer is among it. */
export const AnswersView = partOf("shown").annotate({ identifier: "AnswersView" })
export type AnswersView = typeof AnswersView.Type
