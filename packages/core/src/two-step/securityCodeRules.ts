import { securityCodeFacts } from "./securityCodeFacts.ts"
import type { SecurityCodeFacts } from "./securityCodeFacts.ts"
import { overSecondStep } from "./secondStepRules.ts"

const { rule, secondStep } = overSecondStep<SecurityCodeFacts>(securityCodeFacts)

const remedies = ["remedy.check-code", "remedy.resend-code"] as const

export const codeIsOpen = rule({
  id: "R-36",
  title: "The code is the newest and not used",
  cites: [
    { source: "seed", line: 465, quote: "Didn't receive your security code? Resend" },
    { source: "seed", line: 495, quote: "Didn't receive your code? Resend" },
    { decision: "D-14" }
  ],
  reads: ["securityCode.state"],
  check: ({ securityCode }) => securityCode.state === "open",
  message: "issue.security-code-superseded",
  remedies
})

export const codeTriesAreLeft = rule({
  id: "D-14b",
  title: "The code has tries left",
  cites: [{ decision: "D-14" }],
  reads: ["securityCode.failures"],
  check: ({ securityCode }, { twoStep }) => securityCode.failures < twoStep.code.maxTries,
  message: "issue.security-code-tries-used",
  remedies: ["remedy.resend-code"]
})

export const codeIsInTime = rule({
  id: "D-14c",
  title: "The code is not too old",
  cites: [
    { decision: "D-14" },
    { source: "NIST SP 800-63B-4, 3.1.3 Out-of-band devices", url: "https://pages.nist.gov/800-63-4/sp800-63b.html" }
  ],
  reads: ["secondStep.now", "securityCode.expiresAt"],
  check: ({ secondStep: { now }, securityCode: { expiresAt } }) => now < expiresAt,
  message: "issue.security-code-expired",
  params: ({ twoStep: { code } }) => ({ minutes: code.lifetimeMinutes }),
  remedies: ["remedy.resend-code"]
})

export const codeIsRight = rule({
  id: "R-34a",
  title: "What was typed is the code",
  cites: [
    { source: "seed", line: 420, quote: "you'll be asked to provide a unique security code to verify your identity" },
    { source: "seed", line: 451, quote: "Enter the security code that you received and choose confirm." }
  ],
  reads: ["securityCode.equal"],
  check: ({ securityCode }) => securityCode.equal,
  message: "issue.security-code-wrong",
  remedies
})

/** Does this code confirm? */
export const securityCode = secondStep({
  id: "security-code",
  refusedUnless: [codeIsOpen, codeTriesAreLeft, codeIsInTime, codeIsRight],
  secretAnswer: { message: "issue.security-code-wrong", remedies }
})
