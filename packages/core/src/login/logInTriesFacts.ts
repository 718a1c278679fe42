import { count, factSheet, truth } from "../engine/factSheet.ts"
import type { FactsOf } from "../engine/factSheet.ts"

/** What the rule of a password's tries reads. */
export const logInTriesFacts = factSheet({
  /** Whether this browser shows that it is trusted for the logon. */
  "logIn.fromTrustedDevice": { label: "whether the device is trusted", kind: truth, isSecret: true },
  /** Whether it comes with the activation code that opens its first log-in. */
  "logIn.byActivationCode": { label: "whether the activation code came with it", kind: truth, isSecret: true },
  /** Wrong passwords of the logon since its last right one, from everywhere. */
  "logIn.failuresInARow": { label: "the wrong passwords in a row", kind: count, isSecret: true }
})
export type LogInTriesFacts = FactsOf<typeof logInTriesFacts>
