import type { PolicyInForce } from "../../questions/policySheet.ts"
import { questions } from "../../questions/questions.ts"
import { mapTable } from "../../engine/keysOf.ts"
import { ruleSet } from "../../engine/RuleSet.ts"
import type { AccountTypeRow } from "../../verification/verificationSheet.ts"
import { mtc2020Policy } from "./mtc2020.ts"
import { nist80063b4Sources } from "./nist80063b4Sources.ts"

const { verification, logon, twoStep, recovery, retention, accountTypes } = mtc2020Policy

/** The same account types by letter only: knowledge of a return does not prove identity (NIST SP 800-63A-4, 3.2.1). */
const byLetter = mapTable(accountTypes, (row): AccountTypeRow => ({ ...row, claimKinds: ["letterId"] }))

/** The strict values: from NIST SP 800-63A-4 and 800-63B-4 of August 2025 if they have one, otherwise from the walk-through. `nist80063b4Sources` lists the source of each. */
export const nist80063b4Policy: PolicyInForce = {
  ...mtc2020Policy,
  accountTypes: byLetter,
  verification: {
    ...verification,
    minimumPostedAgeDays: 21,
    letters: { ...verification.letters, lifeDays: 21 },
    attempts: {
      amounts: { ...verification.attempts.amounts, maxFailures: 3, maxFailuresPerYear: 5 },
      letters: { ...verification.attempts.letters, maxFailures: 3 }
    }
  },
  logon: {
    ...logon,
    password: {
      minCodePoints: 15,
      maxCodePoints: 128,
      classes: [],
      history: 5,
      blocklist: "refusal",
      mayContainUsername: false
    },
    secretQuestions: [],
    pin: { digits: 6, maxChecksPerDay: 3 }
  },
  twoStep: {
    ...twoStep,
    kinds: ["totp", "passkey"],
    trustedDevice: "off"
  },
  logIn: { maxFailures: 3, windowMinutes: 120, maxFailuresInARow: 100 },
  recovery: { ...recovery, linkMinutes: 10 },
  retention: { ...retention, draftHours: 12 }
}

/** The strict rule set. */
export const nist80063b4 = ruleSet({
  id: "nist-800-63b-4",
  version: 1,
  effective: { from: "2025-08-01" },
  policy: nist80063b4Policy,
  sources: nist80063b4Sources,
  questions
})
