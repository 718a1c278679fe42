import { say } from "../../wording/say.ts"
import { Button } from "./Button.tsx"

export const examples = {
  primary: <Button type="submit">{say("button.next")}</Button>,
  secondary: <Button kind="secondary">{say("button.previous")}</Button>,
  link: <Button kind="link">{say("button.cancel")}</Button>,
  busy: <Button busy>{say("button.submit")}</Button>
}
