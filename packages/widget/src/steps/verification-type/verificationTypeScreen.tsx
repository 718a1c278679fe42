import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import type { RadioOption } from "../../parts/radio-group/RadioGroup.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { accountTypeOf, amountKindsOf, claimKindsOf } from "../claimKindsOf.ts"
import type { Screen, ScreenProps } from "../Screen.ts"
import { textOf } from "../Screen.ts"

const Fields = ({ view, field }: ScreenProps) => {
  const { policy } = view.options
  const accountType = view.answers["taxpayer-id"]?.accountType
  const kinds = claimKindsOf(view.options, accountType)
  const row = accountTypeOf(view.options, accountType)
  const params = {
    count: policy.verification.returnWindow.count,
    accountType: row === undefined ? "" : sayOf("account-type.", row.label)
  }
  const options: ReadonlyArray<RadioOption> = [
    ...(amountKindsOf(view.options, accountType).length === 0
      ? []
      : [
          {
            value: "amount",
            label: say("field.verification-type.amount"),
            hint: kinds.includes("refundAmount")
              ? say("field.verification-type.amount-or-refund-hint", params)
              : say("field.verification-type.amount-hint", params)
          }
        ]),
    ...(kinds.includes("letterId")
      ? [
          {
            value: "letterId",
            label: say("field.verification-type.letter-id"),
            hint: say("field.verification-type.letter-id-hint")
          }
        ]
      : []),
    ...(kinds.includes("lineItem")
      ? [
          {
            value: "lineItem",
            label: say("field.verification-type.line-item"),
            hint: say("field.verification-type.line-item-hint", params)
          }
        ]
      : [])
  ]
  return <RadioGroup {...field("verificationType")} legend={say("field.verification-type.legend")} options={options} />
}

/** S05: what a person is going to provide. @rule R-04 */
export const verificationTypeScreen: Screen<"verification-type"> = {
  start: ({ answers }) => ({ verificationType: answers["verification-type"]?.verificationType ?? "" }),
  Fields,
  answer: (typed) => ({ verificationType: textOf(typed, "verificationType") })
}
