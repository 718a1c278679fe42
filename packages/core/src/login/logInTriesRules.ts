import { over } from "../engine/Rule.ts"
import { logInTriesFacts } from "./logInTriesFacts.ts"
import type { LogInTriesFacts } from "./logInTriesFacts.ts"
import type { SessionPolicy } from "./sessionSheet.ts"

const { rule, question } = over<LogInTriesFacts, SessionPolicy>(logInTriesFacts)

const failed = { message: "decision.log-in-failed", remedies: ["remedy.reset-password", "remedy.call"] } as const

export const passwordIsNotClosed = rule({
  id: "D-48e",
  title: "The password is not closed by wrong tries, or what only its owner was given comes with it",
  cites: [
    { decision: "D-48" },
    { source: "NIST SP 800-63B-4, 3.2.2 Rate limiting", url: "https://pages.nist.gov/800-63-4/sp800-63b.html" }
  ],
  reads: ["logIn.fromTrustedDevice", "logIn.byActivationCode", "logIn.failuresInARow"],
  check: ({ logIn: { byActivationCode, failuresInARow, fromTrustedDevice } }, policy) =>
    fromTrustedDevice || byActivationCode || failuresInARow < policy.logIn.maxFailuresInARow,
  ...failed
})

/** Is the right password of a logon taken? */
export const logInTries = question({
  id: "log-in-tries",
  refusedUnless: [passwordIsNotClosed],
  reads: [],
  grants: () => "taken" as const,
  secretAnswer: failed
})
