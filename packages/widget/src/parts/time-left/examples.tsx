import { TimeLeft } from "./TimeLeft.tsx"

const nothing = () => undefined

export const examples = {
  asked: (
    <TimeLeft
      id="example-time-left"
      title="Do you want to stay logged in?"
      secondsLeft={150}
      text={(left) => `We will log you out in ${left}.`}
      told={(left) => `You will be logged out in ${left}.`}
      keep="Stay logged in"
      leave="Log out"
      onKeep={nothing}
      onLeave={nothing}
    />
  )
}
