import { RadioGroup } from "../../parts/radio-group/RadioGroup.tsx"
import { say } from "../../wording/say.ts"
import type { Screen, ScreenProps } from "../Screen.ts"
import { textOf } from "../Screen.ts"

const Fields = ({ field }: ScreenProps) => (
  <RadioGroup
    {...field("taxProfessional")}
    legend={say("field.tax-professional.legend")}
    options={[
      { value: "no", label: say("field.tax-professional.no") },
      { value: "yes", label: say("field.tax-professional.yes"), hint: say("field.tax-professional.yes-hint") }
    ]}
  />
)

/** S09: whether clients are to be managed. The seed's box as two answers; "no" stands at first, as the box is empty. @rule R-23 */
export const profileAccessScreen: Screen<"profile-access"> = {
  start: ({ answers }) => ({ taxProfessional: answers["profile-access"]?.taxProfessional === true ? "yes" : "no" }),
  Fields,
  answer: (typed) => ({ taxProfessional: textOf(typed, "taxProfessional") === "yes" })
}
