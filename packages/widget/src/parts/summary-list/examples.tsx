import { say } from "../../wording/say.ts"
import { SummaryList } from "./SummaryList.tsx"

const nothing = () => undefined

export const examples = {
  changeable: (
    <SummaryList
      rows={[
        { label: say("field.username.label"), value: "good.elmo", onChange: nothing },
        { label: say("step.terms.title"), value: say("summary.agreed"), onChange: nothing }
      ]}
    />
  ),
  fixed: <SummaryList rows={[{ label: say("field.username.label"), value: "good.elmo" }]} />
}
