import { over } from "../engine/Rule.ts"
import { mailedLinkIsInTime, mailedLinkIsOpen } from "../logon/mailedLinkRules.ts"
import { recoveryFacts } from "./recoveryFacts.ts"
import type { RecoveryFacts } from "./recoveryFacts.ts"
import type { RecoveryPolicy } from "./recoverySheet.ts"

const { rule, question } = over<RecoveryFacts, RecoveryPolicy>(recoveryFacts)

const remedies = ["remedy.request-letter", "remedy.call"] as const
const owasp = {
  source: "OWASP: Choosing and Using Security Questions Cheat Sheet",
  url: "https://cheatsheetseries.owasp.org/cheatsheets/Choosing_and_Using_Security_Questions_Cheat_Sheet.html"
} as const

export const answersAreNotUsedUp = rule({
  id: "D-47c",
  title: "The logon has wrong answers left in the window, over all its links",
  cites: [{ decision: "D-47" }, owasp],
  reads: ["recovery.wrongAnswersInWindow"],
  check: ({ recovery: { wrongAnswersInWindow } }, { recovery }) =>
    wrongAnswersInWindow < recovery.maxWrongAnswersInWindow,
  message: "decision.recovery-locked",
  params: ({ recovery }) => ({ hours: recovery.windowHours }),
  remedies: ["remedy.wait", "remedy.request-letter", "remedy.call"]
})

export const logonIsActive = rule({
  id: "D-47d",
  title: "A logon that was never activated, or is closed, is recovered by nobody",
  cites: [{ decision: "D-13" }, { decision: "D-47" }],
  reads: ["recovery.status"],
  check: ({ recovery }) => recovery.status === "active",
  message: "issue.link-not-good",
  remedies
})

export const answersAreLeft = rule({
  id: "D-47e",
  title: "The link has wrong answers left",
  cites: [{ decision: "D-47" }, owasp],
  reads: ["recovery.wrongAnswers"],
  check: ({ recovery: { wrongAnswers } }, { recovery }) => wrongAnswers < recovery.maxWrongAnswers,
  message: "issue.link-not-good",
  remedies
})

export const secondProofIsRight = rule({
  id: "D-47f",
  title: "Besides the mailed link there is a second proof",
  cites: [
    { source: "seed", line: 221, quote: "This question will be asked in the event you need to recover your password" },
    { decision: "D-47" },
    { source: "NIST SP 800-63B-4, 4.2 Account recovery", url: "https://pages.nist.gov/800-63-4/sp800-63b.html" }
  ],
  reads: ["recovery.proved"],
  check: ({ recovery }) => recovery.proved,
  message: "issue.answer-wrong",
  remedies
})

/** Can whoever holds the link choose a new password? */
export const recovery = question({
  id: "recovery",
  lockedUnless: [answersAreNotUsedUp],
  refusedUnless: [mailedLinkIsOpen, mailedLinkIsInTime, logonIsActive, answersAreLeft, secondProofIsRight],
  reads: [],
  grants: () => "new-password" as const,
  secretAnswer: { message: "issue.link-not-good", remedies }
})
