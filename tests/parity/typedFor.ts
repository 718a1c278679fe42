import type { AnswersView } from "../../packages/core/src/logon-request/stepShapes.ts"
import type { TypedAnswer } from "../../packages/core/src/testing/answersOf.ts"
import type { Vector } from "../../packages/core/src/testing/Vector.ts"

/** One step as somebody fills it in, and the answers that a page has of the steps before. */
export type Typed = TypedAnswer & { readonly answers: AnswersView }

type Fact = string | number | boolean | null | undefined
type Subject = Readonly<Record<string, Fact>>

/** Nothing is typed where the fact is not known. */
const text = (fact: Fact): string => (typeof fact === "string" ? fact : "")
const amount = (cents: Fact): string => (typeof cents === "number" ? (cents / 100).toFixed(2) : "")

const logon = (typed: {
  readonly username?: Fact
  readonly password?: Fact
  readonly confirm?: Fact
  readonly question?: Fact
  readonly answer?: Fact
}): Typed => ({
  step: "logon",
  text: {
    username: text(typed.username),
    password: text(typed.password),
    confirmPassword: text(typed.confirm),
    secretQuestion: text(typed.question),
    secretAnswer: text(typed.answer)
  },
  answers: {}
})

const profile = ({ confirmEmail, email, name, phoneCountry, phoneNumber, phoneType, pin }: Subject): Typed => ({
  step: "profile",
  text: {
    name: text(name),
    phoneCountry: text(phoneCountry),
    phoneType: text(phoneType),
    phoneNumber: text(phoneNumber),
    pin: text(pin),
    email: text(email),
    confirmEmail: text(confirmEmail)
  },
  answers: {}
})

/** Each step of a claim; the evidence is asked only of somebody who has said whose it is. */
const claimSteps = (claim: Subject): ReadonlyArray<Typed> => {
  const taxpayerType = text(claim.taxpayerType)
  const who = { idType: text(claim.idType), accountType: text(claim.accountType) }
  const first = { "taxpayer-type": { taxpayerType } }
  const asked: ReadonlyArray<Typed> = [
    { step: "taxpayer-type", text: { taxpayerType }, answers: {} },
    { step: "taxpayer-id", text: { ...who, id: text(claim.id), confirmId: text(claim.id) }, answers: first }
  ]
  if (who.idType === "" || who.accountType === "") return asked
  const answers = { ...first, "taxpayer-id": { ...who, id: "" } }
  return [
    ...asked,
    { step: "tax-amount", text: { amountKind: text(claim.kind), amount: amount(claim.amount) }, answers },
    { step: "line-item", text: { amount: amount(claim.amount) }, answers },
    { step: "letter-id", text: { letterId: text(claim.letterId) }, answers }
  ]
}

/** The steps that ask what a vector is about, filled in with its facts; none where no step asks such a thing. */
export const typedFor = ({ facts, question }: Pick<Vector, "question" | "facts">): ReadonlyArray<Typed> => {
  const {
    access = {},
    claim = {},
    password = {},
    profile: person = {},
    secretQuestion = {},
    username = {}
  } = facts as Readonly<Record<string, Subject>>
  switch (question) {
    case "verification":
      return claimSteps(claim)
    case "username":
      return [logon({ username: username.text })]
    case "password":
      return [logon({ ...password, password: password.text })]
    case "secret-question":
      return [logon({ ...secretQuestion, confirm: secretQuestion.password })]
    case "profile":
      return [profile(person)]
    case "terms": {
      const { termsAccepted, termsVersion } = access
      return [
        { step: "terms", text: { accepted: termsAccepted === true, termsVersion: text(termsVersion) }, answers: {} }
      ]
    }
    default:
      return []
  }
}
