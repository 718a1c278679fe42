import { generateSecret, generateSync, generateURI } from "otplib"
import { Redacted } from "effect"
import { renderSVG } from "uqr"
import { isEqualSecret } from "./isEqualSecret.ts"

/** Who the codes of an app are for, as the app shows it; no colon may stand in it. */
const issuer = "MassTaxConnect"

/** A new secret of an authentication app: 160 bits, base 32. */
export const newAppSecret = (): Redacted.Redacted => Redacted.make(generateSecret())

/** What sets an app up: its link, and the same as a QR code, SVG. `username` is how the app calls the account. */
export const appLinkOf = (secret: Redacted.Redacted, username: string) => {
  const uri = generateURI({ issuer, label: username, secret: Redacted.value(secret) })
  return { otpauthUri: Redacted.make(uri), qr: Redacted.make(renderSVG(uri, { border: 4 })) }
}

/**
 * Those of these steps that what was typed is the code of (RFC 6238: SHA-1, six digits).
 *
 * **Gotchas**
 *
 * Each step is compared, in constant time: how long it takes tells nothing of which.
 */
export const stepsOfCode = (
  secret: Redacted.Redacted,
  typed: Redacted.Redacted,
  steps: ReadonlyArray<number>,
  stepSeconds: number
): ReadonlyArray<number> => {
  const matches = steps.map((step) => {
    const code = generateSync({ secret: Redacted.value(secret), epoch: step * stepSeconds, period: stepSeconds })
    return isEqualSecret(code, typed)
  })
  return steps.filter((_, at) => matches[at])
}
