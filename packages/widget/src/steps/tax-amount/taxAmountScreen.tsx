import { formatUsd, parseUsd } from "@mtc-logon/core/money/rules"
import type { MessageId } from "@mtc-logon/core/wording/rules"
import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import type { AmountKind } from "@mtc-logon/core/verification"
import { amountKindsOf } from "../claimKindsOf.ts"
import type { Screen, ScreenProps } from "../Screen.ts"
import { textOf } from "../Screen.ts"
import { AmountHelp } from "./AmountHelp.tsx"

/** The choice, the label of the amount and its hint, by kind. */
const words: Readonly<Record<AmountKind, readonly [choice: MessageId, label: MessageId, hint: MessageId]>> = {
  taxReturnAmount: ["field.amount-kind.tax-return", "field.amount.tax-return", "field.amount.tax-return-hint"],
  refundAmount: ["field.amount-kind.refund", "field.amount.refund", "field.amount.refund-hint"],
  amountDue: ["field.amount-kind.due", "field.amount.due", "field.amount.due-hint"]
}

/** `1234.5` -> `1,234.50`; what is no amount stays as typed. */
export const tidyAmount = (text: string): string => {
  const cents = parseUsd(text)
  return "value" in cents ? formatUsd(cents.value) : text
}

const Fields = ({ view, typed, field, answered }: ScreenProps) => {
  const accountType = view.answers["taxpayer-id"]?.accountType ?? ""
  const kinds = amountKindsOf(view.options, accountType)
  const kind = kinds.find((kind) => kind === textOf(typed, "amountKind"))
  const [, label, hint] = words[kind ?? "taxReturnAmount"]
  return (
    <>
      {answered ? <p class="mtc-notice">{say("tax-amount.given")}</p> : null}
      <RadioGroup
        {...field("amountKind")}
        legend={say("field.amount-kind.legend")}
        value={kind ?? ""}
        options={kinds.map((kind) => ({ value: kind, label: say(words[kind][0]) }))}
      />
      {kind === undefined ? null : (
        <>
          <TextField
            {...field("amount")}
            label={say(label)}
            hint={say(hint)}
            inputMode="decimal"
            autoComplete="off"
            prefix="$"
            size={12}
            tidy={tidyAmount}
          />
          <AmountHelp options={view.options} accountType={accountType} kind={kind} />
        </>
      )}
    </>
  )
}

/** S06: which amount, and the amount. @rule R-08 @rule R-09 */
export const taxAmountScreen: Screen<"tax-amount"> = {
  start: ({ answers, options }) => {
    const kinds = amountKindsOf(options, answers["taxpayer-id"]?.accountType)
    return {
      amountKind: answers["tax-amount"]?.amountKind ?? (kinds.length === 1 ? (kinds[0] ?? "") : ""),
      amount: ""
    }
  },
  Fields,
  answer: (typed) => ({ amountKind: textOf(typed, "amountKind"), amount: textOf(typed, "amount") }),
  asks: (field, typed) => field !== "amount" || textOf(typed, "amountKind") !== ""
}
