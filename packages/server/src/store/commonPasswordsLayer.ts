import { CommonPasswords } from "@mtc-logon/core/logon"
import { passwordKey } from "@mtc-logon/core/logon/rules"
import { dictionary } from "@zxcvbn-ts/language-common"
import { Effect, Layer, Redacted } from "effect"

/** The list of common passwords that comes with zxcvbn-ts, in lower case. */
const common: ReadonlySet<string> = new Set(dictionary["passwords-common"])

/** Whether a password, its case aside, is on the list. @rule D-19 */
export const commonPasswordsLayer = Layer.succeed(CommonPasswords, {
  includes: (password) => Effect.sync(() => common.has(passwordKey(Redacted.value(password)).toLowerCase()))
})
