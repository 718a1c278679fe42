import { Checkbox } from "../../parts/checkbox/Checkbox.tsx"
import { say, sayOf } from "../../wording/say.ts"
import type { Screen, ScreenProps } from "../Screen.ts"

const Fields = ({ view, typed, type, field }: ScreenProps) => {
  const { id, issue } = field("accepted")
  const { sentences } = view.options.policy.terms
  const idType = view.answers["taxpayer-id"]?.idType ?? "SSN"
  const [opening, ...rest] = Object.entries(sentences).find(([id]) => id === idType)?.[1] ?? sentences.SSN
  return (
    <>
      {opening === undefined ? null : <p>{sayOf("terms.", opening)}</p>}
      <ol class="mtc-terms">
        {rest.map((id) => (
          <li key={id}>{sayOf("terms.", id)}</li>
        ))}
      </ol>
      <Checkbox
        id={id}
        label={say("field.accepted.label")}
        issue={issue}
        checked={typed["accepted"] === true}
        onChecked={(accepted) => type({ accepted })}
      />
    </>
  )
}

/** S10: the terms, by the number that was given, in the page and not in a box that scrolls. @rule R-24 @rule R-25 */
export const termsScreen: Screen<"terms"> = {
  start: ({ answers, options }) => ({ accepted: answers.terms?.termsVersion === options.policy.terms.version }),
  Fields,
  answer: (typed, { options }) => ({ accepted: typed["accepted"] === true, termsVersion: options.policy.terms.version })
}
