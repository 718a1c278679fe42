import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import type { Screen, ScreenProps } from "../Screen.ts"
import { textOf } from "../Screen.ts"
import { AmountHelp } from "../tax-amount/AmountHelp.tsx"
import { tidyAmount } from "../tax-amount/taxAmountScreen.tsx"

const Fields = ({ view, field, answered }: ScreenProps) => (
  <>
    {answered ? <p class="mtc-notice">{say("tax-amount.given")}</p> : null}
    <TextField
      {...field("amount")}
      label={say("field.line-item.label")}
      hint={say("field.line-item.hint")}
      inputMode="decimal"
      autoComplete="off"
      prefix="$"
      size={12}
      tidy={tidyAmount}
    />
    <AmountHelp options={view.options} accountType={view.answers["taxpayer-id"]?.accountType ?? ""} kind="lineItem" />
  </>
)

/** A line of a business return. @rule R-15 */
export const lineItemScreen: Screen<"line-item"> = {
  start: () => ({ amount: "" }),
  Fields,
  answer: (typed) => ({ amount: textOf(typed, "amount") })
}
