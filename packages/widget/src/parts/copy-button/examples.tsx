import { say } from "../../wording/say.ts"
import { CopyButton } from "./CopyButton.tsx"

export const examples = { ready: <CopyButton text="0-704-061-440" label={say("confirmation.copy")} /> }
