import { say } from "../../wording/say.ts"
import { Heading } from "./Heading.tsx"

export const examples = {
  title: <Heading depth={0}>{say("request.title")}</Heading>,
  step: <Heading depth={1}>{say("heading.summary")}</Heading>,
  part: <Heading depth={2}>{say("summary.logon")}</Heading>
}
