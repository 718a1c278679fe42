import { randomInt } from "node:crypto"
import { Redacted } from "effect"

const most = 10_000_000_000

/** A new letter ID, `L` and ten digits, from the system's randomness: it is as good as a secret. @rule D-07 */
export const randomLetterId = (): Redacted.Redacted => Redacted.make(`L${randomInt(most).toString().padStart(10, "0")}`)
