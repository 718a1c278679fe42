import type { PolicyInForce } from "../../decisions/PolicyInForce.ts"
import { questions } from "../../decisions/questions.ts"
import { ruleSet } from "../../engine/RuleSet.ts"
import type { AccountType } from "../../taxpayer/AccountType.ts"
import type { AccountTypeRow } from "../../verification/VerificationPolicy.ts"
import { mtc2020Policy } from "./mtc2020.ts"

const { verification, logon, twoStep, retention, accountTypes } = mtc2020Policy

/** The same account types by letter only: what somebody may know of a return proves nobody (NIST SP 800-63A-4, 3.2.1). */
const byLetter = Object.fromEntries(
  Object.entries(accountTypes).map(([id, row]): [string, AccountTypeRow] => [id, { ...row, claimKinds: ["letterId"] }])
) as Record<AccountType, AccountTypeRow>

/** The strict values: NIST SP 800-63A-4 and 800-63B-4 of August 2025 where they speak, the walk-through's elsewhere. */
export const nist80063b4Policy: PolicyInForce = {
  ...mtc2020Policy,
  accountTypes: byLetter,
  verification: {
    ...verification,
    minimumPostedAgeDays: 21,
    letters: { ...verification.letters, lifeDays: 21 }, // 800-63A-4: confirmation codes by post
    attempts: {
      amounts: { maxFailures: 3, windowHours: 24, maxFailuresPerYear: 5 }, // ours
      letters: { maxFailures: 3, windowHours: 24 } // ours
    }
  },
  logon: {
    ...logon,
    password: {
      minCodePoints: 15, // 800-63B-4, 3.1.1.2
      maxCodePoints: 128, // 800-63B-4, 3.1.1.2: 64 at least
      classes: [], // 800-63B-4, 3.1.1.2: shall not impose composition rules
      history: 5, // D-19
      blocklist: "refusal", // 800-63B-4, 3.1.1.2
      mayContainUsername: false // 800-63B-4, 3.1.1.2: context-specific words
    },
    secretQuestions: [], // 800-63B-4, 3.1.1.2: shall not prompt for them
    pin: { digits: 6, maxChecksPerDay: 3 } // 800-63A-4: six digits at least
  },
  twoStep: {
    ...twoStep,
    kinds: ["totp", "passkey"], // 800-63B-4, 3.1.3: e-mail shall not be used, the telephone is restricted; 2.2.2
    trustedDevice: "off" // 800-63B-4, 5.1: shall not be used instead of authentication
  },
  logIn: { maxFailures: 3, windowMinutes: 120, maxFailuresInARow: 100 }, // IRS Publication 1075, AC-7
  retention: { ...retention, draftHours: 12 } // 800-63B-4, 2.2: overall time-out
}

/** The strict rule set. */
export const nist80063b4 = ruleSet({
  id: "nist-800-63b-4",
  version: 1,
  effective: { from: "2025-08-01" },
  policy: nist80063b4Policy,
  questions
})
