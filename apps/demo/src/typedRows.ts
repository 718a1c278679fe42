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

const amountKinds: Readonly<Record<string, string>> = {
  taxReturnAmount: say("field.amount-kind.tax-return"),
  refundAmount: say("field.amount-kind.refund"),
  amountDue: say("field.amount-kind.due")
}

const evidence: Readonly<Record<string, string>> = {
  amount: say("field.verification-type.amount"),
  letterId: say("field.verification-type.letter-id"),
  lineItem: say("field.verification-type.line-item")
}

const rowsOf = ({ step, text }: TypedAnswer): ReadonlyArray<TypedRow> => {
  switch (step) {
    case "taxpayer-type":
      return [chosen("I am", text.taxpayerType === "business" ? "a business or organization" : "an individual")]
    case "taxpayer-id":
      return [
        chosen("ID type", text.idType),
        typed("ID, and again", text.id),
        chosen("Account type", say(`account-type.${text.accountType}`))
      ]
    case "verification-type":
      return [chosen("I provide", evidence[text.verificationType] ?? text.verificationType)]
    case "tax-amount":
      return [chosen("Which", amountKinds[text.amountKind] ?? text.amountKind), typed("Amount", text.amount)]
    case "line-item":
      return [typed("Amount", text.amount)]
    case "letter-id":
      return [typed("Letter ID", text.letterId)]
    case "profile":
      return [
        typed("Name", text.name),
        typed("Phone number", text.phoneNumber),
        typed("PIN", text.pin),
        typed("E-mail, and again", text.email)
      ]
    case "logon":
      return [
        typed("Username", text.username),
        typed("Password, and again", text.password),
        chosen("Secret question", say(`secret-question.${text.secretQuestion}`)),
        typed("Answer", text.secretAnswer)
      ]
    case "profile-access":
      return [chosen("Tax professional", say(`field.tax-professional.${text.taxProfessional ? "yes" : "no"}`))]
    case "terms":
      return [chosen("Terms of use", "I agree")]
  }
}

/** What a person types, screen by screen. */
export const typedScreens = (person: Person): ReadonlyArray<TypedScreen> =>
  answersOf(person).map((answer) => ({
    title: say(`step.${answer.step}.title`),
    rows: rowsOf(answer)
  }))
