import { recoveryCodeFacts } from "./recoveryCodeFacts.ts"
import type { RecoveryCodeFacts } from "./recoveryCodeFacts.ts"
import { overSecondStep } from "./secondStepRules.ts"

const { rule, secondStep } = overSecondStep<RecoveryCodeFacts>(recoveryCodeFacts)

const refused = {
  message: "issue.recovery-code-wrong",
  remedies: ["remedy.other-recovery-code", "remedy.call"]
} as const

export const recoveryCodeIsOpen = rule({
  id: "D-49a",
  title: "The recovery code is one of the newest of this logon, and not used",
  cites: [
    { decision: "D-49" },
    { source: "NIST SP 800-63B-4, 4.2.1 Saved recovery codes", url: "https://pages.nist.gov/800-63-4/sp800-63b.html" }
  ],
  reads: ["recoveryCode.state"],
  check: ({ recoveryCode }) => recoveryCode.state === "open",
  ...refused
})

/** Does this recovery code stand in for a second step? */
export const recoveryCode = secondStep({
  id: "recovery-code",
  refusedUnless: [recoveryCodeIsOpen],
  secretAnswer: refused
})
