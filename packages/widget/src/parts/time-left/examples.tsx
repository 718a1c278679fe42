import { say } from "../../wording/say.ts"
import { TimeLeft } from "./TimeLeft.tsx"

const nothing = () => undefined

export const examples = {
  asked: (
    <TimeLeft
      id="example-time-left"
      title={say("security.session.title")}
      secondsLeft={150}
      text={(left) => say("security.session.text", { left })}
      told={(left) => say("security.session.left", { left })}
      keep={say("security.session.keep")}
      leave={say("security.session.log-out")}
      onKeep={nothing}
      onLeave={nothing}
    />
  )
}
