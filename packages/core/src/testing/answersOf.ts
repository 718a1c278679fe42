import type { AnsweredStepId } from "../journey/logonRequestJourney.ts"
import type { AnswerTexts } from "../logon-request/stepShapes.ts"
import { terms } from "../rule-sets/massachusetts/terms.ts"
import type { Person } from "./Person.ts"

/** One step with what is typed in it. */
export type TypedAnswer = {
  readonly [S in AnsweredStepId]: { readonly step: S; readonly text: AnswerTexts[S] }
}[AnsweredStepId]

/** The PIN that every sandbox person chooses. */
export const typedPin = "1234"

/** The password that every sandbox person chooses. */
export const typedPassword = "GoodElmo2020"

const printedId = ({ id, idType }: Person): string =>
  idType === "FEIN" ? `${id.slice(0, 2)}-${id.slice(2)}` : `${id.slice(0, 3)}-${id.slice(3, 5)}-${id.slice(5)}`

const evidenceOf = ({ evidence }: Person): TypedAnswer => {
  switch (evidence.verificationType) {
    case "amount":
      return { step: "tax-amount", text: { amountKind: evidence.amountKind, amount: evidence.amount } }
    case "lineItem":
      return { step: "line-item", text: { amount: evidence.amount } }
    case "letterId":
      return { step: "letter-id", text: { letterId: evidence.letterId } }
  }
}

/** Everything that a person types, step by step, to the summary. Page-safe. */
export const answersOf = (person: Person): ReadonlyArray<TypedAnswer> => {
  const { accountType, evidence, idType, name, taxpayerType, wish } = person
  const id = printedId(person)
  return [
    { step: "taxpayer-type", text: { taxpayerType } },
    { step: "taxpayer-id", text: { idType, id, confirmId: id, accountType } },
    { step: "verification-type", text: { verificationType: evidence.verificationType } },
    evidenceOf(person),
    {
      step: "profile",
      text: {
        name,
        phoneCountry: "US",
        phoneType: "cell",
        phoneNumber: wish.phoneNumber,
        pin: typedPin,
        email: wish.email,
        confirmEmail: wish.email
      }
    },
    {
      step: "logon",
      text: {
        username: wish.username,
        password: typedPassword,
        confirmPassword: typedPassword,
        secretQuestion: "city-met-spouse",
        secretAnswer: "Boston"
      }
    },
    { step: "profile-access", text: { taxProfessional: false } },
    { step: "terms", text: { accepted: true, termsVersion: terms.version } }
  ]
}
