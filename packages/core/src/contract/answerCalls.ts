import * as Schema from "effect/Schema"
import { callsOf } from "./callsOf.ts"
import { logonRequestViews } from "./logonRequestViews.ts"

const ask = {
  tag: "Logon requests",
  from: "our-pages-and-programs",
  needs: "request-token",
  answers: { 200: { description: "The state that follows.", json: logonRequestViews.view } },
  problems: ["step_not_open", "issues"]
} as const

/** An evidence step: its time reveals no cause (D-09). */
const prove = {
  ...ask,
  floor: "handler",
  problems: ["step_not_open", "issues", "verification_failed", "locked"]
} as const

/** The answers to a request, a call for each step; what their texts say is read by core. */
export const answerCalls = callsOf({
  "PUT /v1/logon-requests/{id}/answers/taxpayer-type": {
    ...ask,
    name: "answerTaxpayerType",
    summary: "Answer: a person or a business?",
    body: Schema.Struct({
      taxpayerType: Schema.String.annotate({ description: "individual or business.", examples: ["individual"] })
    })
  },
  "PUT /v1/logon-requests/{id}/answers/taxpayer-id": {
    ...ask,
    name: "answerTaxpayerId",
    summary: "Answer: whose number, and which tax account?",
    body: Schema.Struct({
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
    })
  },
  "PUT /v1/logon-requests/{id}/answers/verification-type": {
    ...ask,
    name: "answerVerificationType",
    summary: "Answer: what will prove it?",
    body: Schema.Struct({
      verificationType: Schema.String.annotate({ description: "amount, letterId or lineItem.", examples: ["amount"] })
    })
  },
  "PUT /v1/logon-requests/{id}/answers/tax-amount": {
    ...prove,
    name: "answerTaxAmount",
    summary: "Prove it: an amount of a return",
    limits: ["amount-evidence"],
    body: Schema.Struct({
      amountKind: Schema.String.annotate({
        description: "taxReturnAmount, refundAmount or amountDue.",
        examples: ["taxReturnAmount"]
      }),
      amount: Schema.String.annotate({ description: "US dollars, as typed.", examples: ["$1,234.50"] })
    })
  },
  "PUT /v1/logon-requests/{id}/answers/letter-id": {
    ...prove,
    name: "answerLetterId",
    summary: "Prove it: the ID of a letter",
    limits: ["letter-evidence"],
    body: Schema.Struct({
      letterId: Schema.String.annotate({ description: "As printed on the letter.", examples: ["L0123456789"] })
    })
  },
  "PUT /v1/logon-requests/{id}/answers/line-item": {
    ...prove,
    name: "answerLineItem",
    summary: "Prove it: a line of a return",
    limits: ["amount-evidence"],
    body: Schema.Struct({
      amount: Schema.String.annotate({ description: "US dollars, as typed.", examples: ["$1,234.50"] })
    })
  },
  "PUT /v1/logon-requests/{id}/answers/profile": {
    ...ask,
    name: "answerProfile",
    summary: "Answer: how to reach the person",
    limits: ["profilesPerDraft"],
    body: Schema.Struct({
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
    })
  },
  "PUT /v1/logon-requests/{id}/answers/logon": {
    ...ask,
    name: "answerLogon",
    summary: "Answer: username, password and secret question",
    limits: ["usernamesPerDraft"],
    body: Schema.Struct({
      username: Schema.String.annotate({ examples: ["good.elmo"] }),
      password: Schema.String,
      confirmPassword: Schema.String.annotate({ description: "The password again." }),
      secretQuestion: Schema.String.annotate({
        description: "Id of a question of the policy; empty where none is asked."
      }),
      secretAnswer: Schema.String
    })
  },
  "PUT /v1/logon-requests/{id}/answers/profile-access": {
    ...ask,
    name: "answerProfileAccess",
    summary: "Answer: a tax professional?",
    body: Schema.Struct({
      taxProfessional: Schema.Boolean.annotate({ description: "Whether the logon is for work on clients." })
    }),
    problems: ["step_not_open"]
  },
  "PUT /v1/logon-requests/{id}/answers/terms": {
    ...ask,
    name: "answerTerms",
    summary: "Answer: are the terms accepted?",
    body: Schema.Struct({
      accepted: Schema.Boolean.annotate({ examples: [true] }),
      termsVersion: Schema.String.annotate({
        description: "The version that the policy names.",
        examples: ["2020-11-20"]
      })
    })
  }
})
