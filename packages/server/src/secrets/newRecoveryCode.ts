import { randomInt } from "node:crypto"
import { Redacted } from "effect"

/** Crockford's base 32: no I, L, O, U. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** A new recovery code of so many letters and digits, five bits each, from the system's randomness. @rule D-49 */
export const newRecoveryCode = (characters: number): Redacted.Redacted =>
  Redacted.make(Array.from({ length: characters }, () => letters[randomInt(letters.length)]).join(""))
