import { answersOf } from "@mtc-logon/core/testing/rules"
import type { Person, TypedAnswer } from "@mtc-logon/core/testing/rules"
import { en } from "@mtc-logon/core/wording/rules"

/** One thing to type or choose. */
export interface TypedRow {
  readonly label: string
  readonly value: string
  /** Whether it is typed, and can be copied; the rest is chosen. */
  readonly typed: boolean
}

/** What is typed on one screen. */
export interface TypedScreen {
  readonly title: string
  readonly rows: ReadonlyArray<TypedRow>
}

const chosen = (label: string, value: string): TypedRow => ({ label, value, typed: false })
const typed = (label: string, value: string | undefined): TypedRow => ({ label, value: value ?? "", typed: true })

/** The words of the form itself, so that the list and the form say the same. */
const sentences: Readonly<Record<string, string>> = en
const say = (id: string): string => sentences[id] ?? id

/** What the kinds of an amount, of a number and of a proof are called. */
const amounts: Readonly<Record<string, string>> = {
  taxReturnAmount: "tax-return",
  refundAmount: "refund",
  amountDue: "due"
}
const proofs: Readonly<Record<string, string>> = { amount: "amount", letterId: "letter-id", lineItem: "line-item" }

/** A number and its name; the form has no FEIN yet. */
const idRows = (idType: string, id: string): ReadonlyArray<TypedRow> => {
  if (idType === "FEIN") return [typed("FEIN", id)]
  const label = `field.id.${idType.toLowerCase()}`
  return [
    chosen(say("field.id-type.legend"), say(`field.id-type.${idType.toLowerCase()}`)),
    typed(say(label), id),
    typed(say(`${label}-confirm`), id)
  ]
}

const rowsOf = ({ step, text }: TypedAnswer): ReadonlyArray<TypedRow> => {
  switch (step) {
    case "taxpayer-type":
      return [chosen(say("field.taxpayer-type.legend"), say(`field.taxpayer-type.${text.taxpayerType}`))]
    case "taxpayer-id":
      return [
        ...idRows(text.idType, text.id ?? ""),
        chosen(say("field.account-type.label"), say(`account-type.${text.accountType}`))
      ]
    case "verification-type":
      return [
        chosen(
          say("field.verification-type.legend"),
          say(`field.verification-type.${proofs[text.verificationType] ?? ""}`)
        )
      ]
    case "tax-amount": {
      const kind = amounts[text.amountKind] ?? ""
      return [
        chosen(say("field.amount-kind.legend"), say(`field.amount-kind.${kind}`)),
        typed(say(`field.amount.${kind}`), text.amount)
      ]
    }
    case "line-item":
      return [typed(say("field.line-item.label"), text.amount)]
    case "letter-id":
      return [typed(say("field.letter-id.label"), text.letterId)]
    case "profile":
      return [
        typed(say("field.name.label"), text.name),
        typed(say("field.phone-number.label"), text.phoneNumber),
        typed(say("field.pin.label").replace("{digits}", String(text.pin?.length)), text.pin),
        typed(say("field.email.label"), text.email),
        typed(say("field.confirm-email.label"), text.confirmEmail)
      ]
    case "logon":
      return [
        typed(say("field.username.label"), text.username),
        typed(say("field.password.label"), text.password),
        typed(say("field.confirm-password.label"), text.confirmPassword),
        chosen(say("field.secret-question.label"), say(`secret-question.${text.secretQuestion}`)),
        typed(say("field.secret-answer.label"), text.secretAnswer)
      ]
    case "profile-access":
      return [
        chosen(
          say("field.tax-professional.legend"),
          say(`field.tax-professional.${text.taxProfessional ? "yes" : "no"}`)
        )
      ]
    case "terms":
      return [chosen(say("step.terms.title"), say("field.accepted.label"))]
  }
}

/** What a person types, screen by screen. */
export const typedScreens = (person: Person): ReadonlyArray<TypedScreen> =>
  answersOf(person).map((answer) => ({
    title: say(`step.${answer.step}.title`),
    rows: rowsOf(answer)
  }))
