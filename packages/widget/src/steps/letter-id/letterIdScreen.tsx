import { Disclosure } from "../../parts/disclosure/Disclosure.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say } from "../../wording/say.ts"
import type { Screen, ScreenProps } from "../Screen.ts"
import { textOf } from "../Screen.ts"
import { LetterExcerpt } from "./LetterExcerpt.tsx"

const Fields = ({ view, field, answered }: ScreenProps) => (
  <>
    {answered ? <p class="mtc-notice">{say("letter-id.given")}</p> : null}
    <TextField
      {...field("letterId")}
      label={say("field.letter-id.label")}
      hint={say("field.letter-id.hint")}
      autoComplete="off"
      capitalize="characters"
      size={16}
    />
    <Disclosure summary={say("letter-help.summary")}>
      <LetterExcerpt />
      <p>{say("letter-help.text", { days: view.options.policy.verification.letters.lifeDays })}</p>
    </Disclosure>
  </>
)

/** The letter that told of signing up. @rule R-14 @rule D-07 */
export const letterIdScreen: Screen<"letter-id"> = {
  start: () => ({ letterId: "" }),
  Fields,
  answer: (typed) => ({ letterId: textOf(typed, "letterId") })
}
