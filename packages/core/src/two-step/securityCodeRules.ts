import { over } from "../engine/Rule.ts"
import { securityCodeFacts } from "./securityCodeFacts.ts"
import type { SecurityCodeFacts } from "./securityCodeFacts.ts"
import type { TwoStepPolicy } from "./twoStepSheet.ts"

const { rule, question } = over<SecurityCodeFacts, TwoStepPolicy>(securityCodeFacts)

const remedies = ["remedy.check-code", "remedy.resend-code"] as const

export const codesAreNotLocked = rule({
  id: "D-14a",
  title: "The logon is not locked after failures in a row",
  cites: [
    { decision: "D-14" },
    { source: "NIST SP 800-63B-4, 3.2.2 Rate limiting", url: "https://pages.nist.gov/800-63-4/sp800-63b.html" }
  ],
  reads: ["securityCode.failuresInARow", "securityCode.now", "securityCode.lockedUntil"],
  check: ({ securityCode: { failuresInARow, lockedUntil, now } }, { twoStep }) =>
    lockedUntil === null ? failuresInARow < twoStep.code.maxFailuresInARow : now >= lockedUntil,
  message: "decision.codes-locked",
  params: ({ twoStep: { code } }) => ({ minutes: code.lockMinutes }),
  remedies: ["remedy.wait", "remedy.call"]
})

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
  reads: ["securityCode.now", "securityCode.expiresAt"],
  check: ({ securityCode: { now, expiresAt } }) => now < expiresAt,
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
export const securityCode = question({
  id: "security-code",
  lockedUnless: [codesAreNotLocked],
  refusedUnless: [codeIsOpen, codeTriesAreLeft, codeIsInTime, codeIsRight],
  reads: [],
  grants: () => "confirmed" as const,
  secretAnswer: { message: "issue.security-code-wrong", remedies }
})
