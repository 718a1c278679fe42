import { say } from "../../wording/say.ts"
import { StepBar } from "./StepBar.tsx"

export const examples = {
  second: (
    <StepBar
      places={[
        { title: say("step.taxpayer-type.title"), state: "done" },
        { title: say("step.taxpayer-id.title"), state: "current" },
        { title: say("step.verification-type.title"), state: "ahead" }
      ]}
    />
  )
}
