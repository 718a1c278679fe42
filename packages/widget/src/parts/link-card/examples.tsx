import { say } from "../../wording/say.ts"
import { LinkCard } from "./LinkCard.tsx"

const nothing = () => undefined

export const examples = {
  ours: (
    <ul>
      <LinkCard title={say("registration-options.create")} onClick={nothing}>
        {say("registration-options.create-text")}
      </LinkCard>
    </ul>
  ),
  out: (
    <ul>
      <LinkCard title={say("registration-options.estate")} href="/estate" note={say("registration-options.opens")}>
        {say("registration-options.estate-text")}
      </LinkCard>
    </ul>
  )
}
