import type { AnsweredStepId } from "@mtc-logon/core/journey"
import type { AnswerTexts } from "@mtc-logon/core/logon-request"
import { answersOf } from "@mtc-logon/core/testing"
import type { Person } from "@mtc-logon/core/testing"
import { en } from "@mtc-logon/core/wording"
import type { FrameLocator, Page } from "playwright-core"

/** The form: in a frame of a partner's page, or in a page of ours. */
export type Screen = Pick<Page & FrameLocator, "getByLabel" | "getByRole" | "getByText" | "locator">

const choose = (screen: Screen, label: string) => screen.getByRole("radio", { name: label, exact: true }).press("Space")
const type = (screen: Screen, label: string, text: string) => screen.getByLabel(label, { exact: true }).fill(text)

type Fill = { readonly [S in AnsweredStepId]: (screen: Screen, text: AnswerTexts[S]) => Promise<unknown> }

/**
 * What a person does at each step, by the labels that they read.
 *
 * **Gotchas**
 *
 * Keys and no clicks: a headless Chromium loses clicks on a frame of another site whose height has just changed.
 */
const fill: Fill = {
  "taxpayer-type": (screen) => choose(screen, en["field.taxpayer-type.individual"]),
  "taxpayer-id": async (screen, { accountType, confirmId = "", id = "", idType }) => {
    const isItin = idType === "ITIN"
    await choose(screen, en[isItin ? "field.id-type.itin" : "field.id-type.ssn"])
    await type(screen, en[isItin ? "field.id.itin" : "field.id.ssn"], id)
    await type(screen, en[isItin ? "field.id.itin-confirm" : "field.id.ssn-confirm"], confirmId)
    const account = en[`account-type.${accountType}` as keyof typeof en]
    await screen.getByLabel(en["field.account-type.label"], { exact: true }).selectOption({ label: account })
  },
  "verification-type": (screen, { verificationType }) =>
    choose(
      screen,
      en[verificationType === "letterId" ? "field.verification-type.letter-id" : "field.verification-type.amount"]
    ),
  "tax-amount": async (screen, { amount, amountKind }) => {
    const isRefund = amountKind === "refundAmount"
    await choose(screen, en[isRefund ? "field.amount-kind.refund" : "field.amount-kind.tax-return"])
    await type(screen, en[isRefund ? "field.amount.refund" : "field.amount.tax-return"], amount)
  },
  "letter-id": (screen, { letterId }) => type(screen, en["field.letter-id.label"], letterId),
  "line-item": (screen, { amount }) => type(screen, en["field.line-item.label"], amount),
  profile: async (screen, { confirmEmail = "", email = "", name, phoneNumber = "", pin = "" }) => {
    await type(screen, en["field.name.label"], name)
    await choose(screen, en["field.phone-type.cell"])
    await type(screen, en["field.phone-number.label"], phoneNumber)
    await type(screen, en["field.pin.label"].replace("{digits}", "4"), pin)
    await type(screen, en["field.email.label"], email)
    await type(screen, en["field.confirm-email.label"], confirmEmail)
  },
  logon: async (screen, { confirmPassword, password, secretAnswer, secretQuestion, username }) => {
    await type(screen, en["field.username.label"], username)
    await type(screen, en["field.password.label"], password)
    await type(screen, en["field.confirm-password.label"], confirmPassword)
    const question = en[`secret-question.${secretQuestion}` as keyof typeof en]
    await screen.getByLabel(en["field.secret-question.label"], { exact: true }).selectOption({ label: question })
    await type(screen, en["field.secret-answer.label"], secretAnswer)
  },
  "profile-access": (screen, { taxProfessional }) =>
    choose(screen, en[taxProfessional ? "field.tax-professional.yes" : "field.tax-professional.no"]),
  terms: (screen) => screen.getByLabel(en["field.accepted.label"], { exact: true }).press("Space")
}

/** Waits until a step is on the screen. */
export const isAt = (screen: Screen, place: string, timeout = 10_000): Promise<void> =>
  screen.locator(`[data-step="${place}"]`).waitFor({ timeout })

export const press = (screen: Screen, button: "next" | "previous" | "cancel" | "submit"): Promise<void> =>
  screen.getByRole("button", { name: en[`button.${button}`], exact: true }).press("Enter")

/** Fills the step that is on the screen as a person does, and presses nothing. */
export const fillStep = <S extends AnsweredStepId>(screen: Screen, step: S, text: AnswerTexts[S]): Promise<unknown> => {
  const doIt: (screen: Screen, text: AnswerTexts[S]) => Promise<unknown> = fill[step]
  return doIt(screen, text)
}

/** Goes from the first step to one that is not answered; to the summary where none is named. */
export const walkTo = async (
  screen: Screen,
  person: Person,
  until?: AnsweredStepId,
  seen: (step: AnsweredStepId) => Promise<unknown> = async () => {}
): Promise<void> => {
  for (const { step, text } of answersOf(person)) {
    await isAt(screen, step)
    if (step === until) return
    await fillStep(screen, step, text as never)
    await seen(step)
    await press(screen, "next")
  }
  await isAt(screen, "summary")
}
