import { Redacted } from "effect"
import type { Say } from "../say.ts"

/**
 * A text message with a security code, one GSM-7 segment in English.
 *
 * **Gotchas**
 *
 * The last line binds the code to the host that people log in at, to the letter: a phone fills it in nowhere else. Nothing
 * may stand after it.
 */
export const codeText = ({
  code,
  host,
  minutes,
  say
}: {
  readonly code: Redacted.Redacted
  readonly host: string
  readonly minutes: number
  readonly say: Say
}): Redacted.Redacted => {
  const digits = Redacted.value(code)
  return Redacted.make(`${say("sms.security-code", { code: digits, minutes })}\n\n@${host} #${digits}`)
}
