import { say } from "../../wording/say.ts"
import { Button } from "../button/Button.tsx"
import { Dialog } from "./Dialog.tsx"

const nothing = () => undefined

export const examples = {
  question: (
    <Dialog id="cancel" title={say("cancel.title")} onClose={nothing}>
      <p>{say("cancel.text")}</p>
      <Button>{say("cancel.keep")}</Button>
    </Dialog>
  )
}
