import { isGuessedFirst } from "@mtc-logon/core/logon/rules"
import { say } from "../../wording/say.ts"

/** Advice while a PIN is typed, whole and easy to guess; it may stay as it is. @rule D-17 */
export const PinWarning = ({ digits, pin }: { readonly digits: number; readonly pin: string }) => (
  <p class="mtc-warning" role="status">
    {pin.length === digits && isGuessedFirst(pin) ? say("issue.pin-easy") : null}
  </p>
)
